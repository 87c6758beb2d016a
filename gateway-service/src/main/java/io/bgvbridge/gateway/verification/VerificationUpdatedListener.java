package io.bgvbridge.gateway.verification;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationUpdated;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes what the verification service reports.
 */
@Component
final class VerificationUpdatedListener {

	private final Verifications verifications;

	VerificationUpdatedListener(Verifications verifications) {
		this.verifications = verifications;
	}

	@KafkaListener(topics = { Topics.VERIFICATION_UPDATED, Topics.VERIFICATION_UPDATED + Topics.REDRIVE_TO_GATEWAY })
	void on(VerificationUpdated event) {
		this.verifications.take(change(event));
	}

	private static Change change(VerificationUpdated event) {
		return new Change(event.getEventId(), event.getOccurredAt(), event.getAssessmentId(), event.getConnectionId(),
				event.getRevision(), State.valueOf(event.getState().name()), event.getReason().name(),
				event.getOutcome().name(), event.getFinal$(), event.getAttempt(), event.getProvider(),
				event.getProviderReference(), event.getCandidateId(), event.getErased());
	}

}
