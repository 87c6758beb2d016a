package io.bgvbridge.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;

import org.springframework.context.ApplicationContext;

/**
 * A verification as the verification service publishes it.
 */
public final class Check {

	public final UUID assessmentId = UUID.randomUUID();

	private final ApplicationContext service;

	private final UUID connectionId;

	public Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	public Instant occurredAt = this.startedAt;

	public CheckOrigin origin = CheckOrigin.RECRUITER;

	public String candidateId = "candidate-1";

	public Check(ApplicationContext service, UUID connectionId) {
		this.service = service;
		this.connectionId = connectionId;
	}

	public void moves(long revision, VerificationState state) {
		take(update(revision, state, VerificationOutcome.NONE, UpdateReason.NONE).build());
	}

	public void ends(long revision, VerificationState state, VerificationOutcome outcome) {
		take(update(revision, state, outcome, UpdateReason.NONE).setFinal$(true).build());
	}

	public void failsToStart(long revision, UpdateReason reason, String words) {
		take(update(revision, VerificationState.FAILED_TO_START, VerificationOutcome.NONE, reason).setFinal$(true)
			.setSealed(sealed("{\"words\":\"" + words + "\",\"packageName\":\"India Standard\"}"))
			.build());
	}

	/** The start was repeated in Ashby while this was final. */
	public void isStartedAgain(long revision, VerificationState state, VerificationOutcome outcome) {
		take(update(revision, state, outcome, UpdateReason.NONE).setFinal$(true).setStartRepeated(true).build());
	}

	public void isErased(long revision) {
		take(update(revision, VerificationState.CANCELLED, VerificationOutcome.NONE, UpdateReason.CANDIDATE_ERASED)
			.setFinal$(true)
			.setErased(true)
			.setApplicationId("")
			.setCandidateId("")
			.setProviderReference(null)
			.build());
	}

	public ByteBuffer sealed(String json) {
		return ByteBuffer.wrap(this.service.getBean(Sealing.class)
			.seal(Topics.VERIFICATION_UPDATED, this.assessmentId.toString(), json.getBytes(StandardCharsets.UTF_8)));
	}

	public void take(VerificationUpdated updated) {
		this.service.getBean(VerificationUpdatedListener.class).on(updated);
	}

	public VerificationUpdated.Builder update(long revision, VerificationState state, VerificationOutcome outcome,
			UpdateReason reason) {
		return VerificationUpdated.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(this.occurredAt)
			.setConnectionId(this.connectionId)
			.setAssessmentId(this.assessmentId)
			.setRevision(revision)
			.setState(state)
			.setReason(reason)
			.setOutcome(outcome)
			.setFinal$(false)
			.setAttempt(1)
			.setProvider("springverify")
			.setProviderReference("918273")
			.setStartedAt(this.startedAt)
			.setOrigin(this.origin)
			.setApplicationId("application-1")
			.setCandidateId(this.candidateId)
			.setAssessmentTypeId(Samples.TYPE)
			.setSealed(sealed("{\"packageName\":\"India Standard\"}"));
	}

}
