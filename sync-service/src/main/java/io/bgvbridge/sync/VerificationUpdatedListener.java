package io.bgvbridge.sync;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationUpdated;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes changes of verifications in.
 */
@Component
class VerificationUpdatedListener {

	private final Assessments assessments;

	private final Sealing sealing;

	private final JsonMapper json;

	VerificationUpdatedListener(Assessments assessments, Sealing sealing, JsonMapper json) {
		this.assessments = assessments;
		this.sealing = sealing;
		this.json = json;
	}

	@KafkaListener(id = "verification-updated", idIsGroup = false, topics = Topics.VERIFICATION_UPDATED)
	void on(VerificationUpdated updated) {
		this.assessments.take(change(updated));
	}

	private StandingChange change(VerificationUpdated updated) {
		Standing standing = new Standing(updated.getRevision(), State.valueOf(updated.getState().name()),
				Reason.valueOf(updated.getReason().name()), Conclusion.valueOf(updated.getOutcome().name()),
				updated.getProvider(), updated.getProviderReference(), words(updated), updated.getOccurredAt(),
				updated.getFinal$());
		return new StandingChange(updated.getEventId(), updated.getAssessmentId(), updated.getConnectionId(),
				updated.getStartedAt(), standing);
	}

	private @Nullable String words(VerificationUpdated updated) {
		if (updated.getSealed() == null) {
			return null;
		}
		byte[] sealed = new byte[updated.getSealed().remaining()];
		updated.getSealed().duplicate().get(sealed);
		byte[] opened = this.sealing.open(Topics.VERIFICATION_UPDATED, updated.getAssessmentId().toString(), sealed);
		return this.json.readTree(opened).path("words").asStringOpt().orElse(null);
	}

}
