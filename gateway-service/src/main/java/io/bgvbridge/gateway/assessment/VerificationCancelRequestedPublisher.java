package io.bgvbridge.gateway.assessment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.AcknowledgedPublisher;
import io.bgvbridge.schemas.CancelOrigin;
import io.bgvbridge.schemas.CancelledCheckOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationCancelRequested;

import org.springframework.stereotype.Component;

/**
 * Publishes that a check is to be cancelled, and returns when Kafka holds it for good.
 */
@Component
final class VerificationCancelRequestedPublisher {

	private final AcknowledgedPublisher publisher;

	VerificationCancelRequestedPublisher(AcknowledgedPublisher publisher) {
		this.publisher = publisher;
	}

	Cancellation requested(Assessment assessment, String provider, Canceller by) {
		Cancellation cancellation = new Cancellation(Generators.timeBasedEpochRandomGenerator().generate(),
				Instant.now().truncatedTo(ChronoUnit.MILLIS), assessment.assessmentId(), by);
		this.publisher.publish(Topics.VERIFICATION_CANCEL_REQUESTED, assessment.assessmentId().toString(),
				event(cancellation, assessment, provider));
		return cancellation;
	}

	private static VerificationCancelRequested event(Cancellation cancellation, Assessment assessment,
			String provider) {
		return VerificationCancelRequested.newBuilder()
			.setEventId(cancellation.eventId())
			.setOccurredAt(cancellation.at())
			.setConnectionId(assessment.connectionId())
			.setAssessmentId(assessment.assessmentId())
			.setApplicationId(assessment.applicationId())
			.setCandidateId(assessment.candidateId())
			.setAssessmentTypeId(assessment.assessmentTypeId())
			.setProvider(provider)
			.setPackageKey(assessment.packageKey())
			.setStartedAt(assessment.createdAt())
			.setOrigin((cancellation.by() == Canceller.ASHBY) ? CancelOrigin.ASHBY : CancelOrigin.OPERATOR)
			.setCheckOrigin(switch (assessment.origin()) {
				case RECRUITER -> CancelledCheckOrigin.RECRUITER;
				case AUTO_START -> CancelledCheckOrigin.AUTO_START;
			})
			.build();
	}

}
