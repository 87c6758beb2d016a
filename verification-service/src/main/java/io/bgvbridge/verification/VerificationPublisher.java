package io.bgvbridge.verification;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReported;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Publishes verifications and the work on them, through the outbox.
 */
@Component
class VerificationPublisher {

	private final Outbox outbox;

	VerificationPublisher(Outbox outbox) {
		this.outbox = outbox;
	}

	/** Says how a verification stands now. */
	void updated(Verification verification) {
		publish(verification, false);
	}

	/** Says it once more, because the check was started again. */
	void repeated(Verification verification) {
		publish(verification, verification.state().isFinal());
	}

	private void publish(Verification verification, boolean startRepeated) {
		this.outbox.add(Topics.VERIFICATION_UPDATED, verification.assessmentId().toString(),
				VerificationUpdated.newBuilder()
					.setEventId(newId())
					.setOccurredAt(Instant.now())
					.setConnectionId(verification.connectionId())
					.setAssessmentId(verification.assessmentId())
					.setRevision(verification.revision())
					.setState(VerificationState.valueOf(verification.state().name()))
					.setReason(UpdateReason.valueOf(verification.reason().name()))
					.setOutcome(VerificationOutcome.valueOf(verification.result().name()))
					.setFinal$(verification.state().isFinal())
					.setAttempt(verification.attempt())
					.setProvider(verification.provider())
					.setProviderReference(verification.providerReference())
					.setStartedAt(verification.startedAt())
					.setOrigin(CheckOrigin.valueOf(verification.origin().name()))
					.setApplicationId(verification.applicationId())
					.setCandidateId(verification.candidateId())
					.setAssessmentTypeId(verification.assessmentTypeId())
					.setExpectedAt(verification.expectedAt())
					.setStartRepeated(startRepeated)
					.setErased(verification.erased())
					.setSealed(
							(verification.sealedWords() != null) ? ByteBuffer.wrap(verification.sealedWords()) : null)
					.build());
	}

	void waiting(WorkItem item, WorkReason reason, Duration delay) {
		reported(item, WorkOutcome.WAITING, reason, Instant.now().plus(delay));
	}

	void stopped(WorkItem item, WorkReason reason) {
		reported(item, WorkOutcome.STOPPED, reason, null);
	}

	void parked(WorkItem item, WorkReason reason) {
		reported(item, WorkOutcome.PARKED, reason, null);
	}

	void givenUp(WorkItem item, WorkReason reason) {
		reported(item, WorkOutcome.GIVEN_UP, reason, null);
	}

	/** The provider takes no cancel over its API, or not any more. */
	void cancelByHand(WorkItem item) {
		asked(item.connectionId(), item.subjectId(), item.kind(), io.bgvbridge.schemas.WorkReason.CANCEL_BY_HAND);
	}

	/** The provider completed what we had cancelled. */
	void resultAfterCancel(Verification verification, String kind) {
		asked(verification, kind, io.bgvbridge.schemas.WorkReason.RESULT_AFTER_CANCEL);
	}

	/** The provider told a status that is not in our table. */
	void unknownStatus(Verification verification, String kind) {
		asked(verification, kind, io.bgvbridge.schemas.WorkReason.UNKNOWN_STATUS);
	}

	/** The provider, which cannot be asked, has said nothing for long. */
	void silent(UUID connectionId, UUID assessmentId, String kind) {
		asked(connectionId, assessmentId, kind, io.bgvbridge.schemas.WorkReason.NO_EVENT);
	}

	/** What an operator asked for cannot be done. */
	void notOffered(Verification verification, String kind) {
		reported(verification.connectionId(), verification.assessmentId(), kind, 1, WorkOutcome.GIVEN_UP,
				io.bgvbridge.schemas.WorkReason.NOT_OFFERED, null);
	}

	private void asked(Verification verification, String kind, io.bgvbridge.schemas.WorkReason reason) {
		asked(verification.connectionId(), verification.assessmentId(), kind, reason);
	}

	private void asked(UUID connectionId, UUID assessmentId, String kind, io.bgvbridge.schemas.WorkReason reason) {
		reported(connectionId, assessmentId, kind, 1, WorkOutcome.PARKED, reason, null);
	}

	private void reported(WorkItem item, WorkOutcome outcome, WorkReason reason, @Nullable Instant nextTry) {
		reported(item.connectionId(), item.subjectId(), item.kind(), item.attempts() + 1, outcome,
				io.bgvbridge.schemas.WorkReason.valueOf(reason.name()), nextTry);
	}

	private void reported(UUID connectionId, UUID assessmentId, String kind, int attempt, WorkOutcome outcome,
			io.bgvbridge.schemas.WorkReason reason, @Nullable Instant nextTry) {
		this.outbox.add(Topics.WORK_REPORTED, assessmentId.toString(),
				WorkReported.newBuilder()
					.setEventId(newId())
					.setOccurredAt(Instant.now())
					.setConnectionId(connectionId)
					.setAssessmentId(assessmentId)
					.setService(Topics.VERIFICATION)
					.setKind(kind)
					.setAttempt(attempt)
					.setOutcome(outcome)
					.setReason(reason)
					.setNextTryAt(nextTry)
					.build());
	}

	private static UUID newId() {
		return Generators.timeBasedEpochRandomGenerator().generate();
	}

}
