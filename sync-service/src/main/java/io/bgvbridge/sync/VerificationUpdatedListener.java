package io.bgvbridge.sync;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationUpdated;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes changes of verifications in.
 */
@Component
class VerificationUpdatedListener {

	private final Assessments assessments;

	private final Sealing sealing;

	VerificationUpdatedListener(Assessments assessments, Sealing sealing) {
		this.assessments = assessments;
		this.sealing = sealing;
	}

	@KafkaListener(id = "verification-updated", idIsGroup = false,
			topics = { Topics.VERIFICATION_UPDATED, Topics.VERIFICATION_UPDATED + Topics.REDRIVE_TO_SYNC })
	void on(VerificationUpdated updated) {
		this.assessments.take(change(updated));
	}

	private StandingChange change(VerificationUpdated updated) {
		Subject subject = new Subject(Origin.valueOf(updated.getOrigin().name()), updated.getCandidateId(),
				updated.getAssessmentTypeId());
		Standing standing = new Standing(updated.getRevision(), State.valueOf(updated.getState().name()),
				Reason.valueOf(updated.getReason().name()), Conclusion.valueOf(updated.getOutcome().name()),
				updated.getProvider(), updated.getProviderReference(), details(updated), updated.getExpectedAt(),
				updated.getOccurredAt(), updated.getFinal$());
		return new StandingChange(updated.getEventId(), updated.getAssessmentId(), updated.getConnectionId(),
				updated.getStartedAt(), subject, standing, updated.getStartRepeated(), updated.getErased());
	}

	/** What is said of an erased candidate is not even opened. */
	private Details details(VerificationUpdated updated) {
		if (updated.getSealed() == null || updated.getErased()) {
			return Details.NONE;
		}
		byte[] sealed = new byte[updated.getSealed().remaining()];
		updated.getSealed().duplicate().get(sealed);
		return Details
			.read(this.sealing.open(Topics.VERIFICATION_UPDATED, updated.getAssessmentId().toString(), sealed));
	}

}
