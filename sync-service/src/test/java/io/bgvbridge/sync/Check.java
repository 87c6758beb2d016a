package io.bgvbridge.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;

import org.springframework.context.ApplicationContext;

/**
 * A verification as the verification service publishes it.
 */
final class Check {

	final UUID assessmentId = UUID.randomUUID();

	private final ApplicationContext service;

	private final UUID connectionId;

	Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	Instant occurredAt = this.startedAt;

	Check(ApplicationContext service, UUID connectionId) {
		this.service = service;
		this.connectionId = connectionId;
	}

	void moves(long revision, VerificationState state) {
		take(update(revision, state, VerificationOutcome.NONE, UpdateReason.NONE).build());
	}

	void ends(long revision, VerificationState state, VerificationOutcome outcome) {
		take(update(revision, state, outcome, UpdateReason.NONE).setFinal$(true).build());
	}

	void failsToStart(long revision, UpdateReason reason, String words) {
		byte[] sealed = this.service.getBean(Sealing.class)
			.seal(Topics.VERIFICATION_UPDATED, this.assessmentId.toString(),
					("{\"words\":\"" + words + "\"}").getBytes(StandardCharsets.UTF_8));
		take(update(revision, VerificationState.FAILED_TO_START, VerificationOutcome.NONE, reason).setFinal$(true)
			.setSealed(ByteBuffer.wrap(sealed))
			.build());
	}

	void take(VerificationUpdated updated) {
		this.service.getBean(VerificationUpdatedListener.class).on(updated);
	}

	VerificationUpdated.Builder update(long revision, VerificationState state, VerificationOutcome outcome,
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
			.setStartedAt(this.startedAt);
	}

}
