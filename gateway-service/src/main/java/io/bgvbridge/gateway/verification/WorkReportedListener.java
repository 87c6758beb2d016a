package io.bgvbridge.gateway.verification;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.WorkReported;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes what the services could not finish.
 */
@Component
final class WorkReportedListener {

	private final Verifications verifications;

	WorkReportedListener(Verifications verifications) {
		this.verifications = verifications;
	}

	@KafkaListener(topics = { Topics.WORK_REPORTED, Topics.WORK_REPORTED + Topics.REDRIVE_TO_GATEWAY })
	void on(WorkReported event) {
		this.verifications.take(waiting(event));
	}

	private static Waiting waiting(WorkReported event) {
		return new Waiting(event.getEventId(), event.getOccurredAt(), event.getAssessmentId(), event.getService(),
				event.getKind(), event.getReason().name(), event.getOutcome().name(), event.getAttempt(),
				event.getNextTryAt());
	}

}
