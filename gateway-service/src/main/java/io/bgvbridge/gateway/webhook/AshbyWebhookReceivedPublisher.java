package io.bgvbridge.gateway.webhook;

import java.time.Instant;

import io.bgvbridge.messaging.outbox.AcknowledgedPublisher;
import io.bgvbridge.schemas.AshbyAction;
import io.bgvbridge.schemas.AshbyWebhookReceived;
import io.bgvbridge.schemas.Topics;

import org.springframework.stereotype.Component;

/**
 * Publishes what a webhook told, and returns when Kafka holds it for good.
 */
@Component
final class AshbyWebhookReceivedPublisher {

	private final AcknowledgedPublisher publisher;

	AshbyWebhookReceivedPublisher(AcknowledgedPublisher publisher) {
		this.publisher = publisher;
	}

	void received(Report report) {
		String key = (report.applicationId() != null) ? report.applicationId() : report.connectionId().toString();
		this.publisher.publish(Topics.ASHBY_WEBHOOK_RECEIVED, key, event(report));
	}

	private static AshbyWebhookReceived event(Report report) {
		return AshbyWebhookReceived.newBuilder()
			.setEventId(report.eventId())
			.setOccurredAt(Instant.now())
			.setConnectionId(report.connectionId())
			.setAction(action(report.action()))
			.setApplicationId(report.applicationId())
			.setCandidateId(report.candidateId())
			.setSurvivingCandidateId(report.survivingCandidateId())
			.setStageId(report.stageId())
			.build();
	}

	private static AshbyAction action(Action action) {
		return switch (action) {
			case STAGE_CHANGE -> AshbyAction.CANDIDATE_STAGE_CHANGE;
			case HIRE -> AshbyAction.CANDIDATE_HIRE;
			case MERGE -> AshbyAction.CANDIDATE_MERGE;
			case DELETE -> AshbyAction.CANDIDATE_DELETE;
		};
	}

}
