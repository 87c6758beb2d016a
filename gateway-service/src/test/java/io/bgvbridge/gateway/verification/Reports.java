package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.schemas.AshbyUpdateDelivered;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;

import org.springframework.stereotype.Component;

/**
 * The other services, telling how verifications fare.
 */
@Component
public class Reports {

	static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

	private final VerificationUpdatedListener updates;

	private final AshbyUpdateDeliveredListener deliveries;

	private final WorkReportedListener work;

	Reports(VerificationUpdatedListener updates, AshbyUpdateDeliveredListener deliveries, WorkReportedListener work) {
		this.updates = updates;
		this.deliveries = deliveries;
		this.work = work;
	}

	public void updated(UUID connectionId, UUID assessmentId, long revision, VerificationState state) {
		updated(connectionId, assessmentId, revision, state, UpdateReason.NONE);
	}

	public void updated(UUID connectionId, UUID assessmentId, long revision, VerificationState state,
			UpdateReason reason) {
		this.updates.on(update(connectionId, assessmentId, revision, state).setReason(reason).build());
	}

	public void ended(UUID connectionId, UUID assessmentId, long revision, VerificationState state) {
		this.updates.on(update(connectionId, assessmentId, revision, state).setFinal$(true).build());
	}

	void take(VerificationUpdated event) {
		this.updates.on(event);
	}

	public void delivered(UUID connectionId, UUID assessmentId, long revision, boolean result) {
		this.deliveries.on(AshbyUpdateDelivered.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(at(revision).plusSeconds(1))
			.setConnectionId(connectionId)
			.setAssessmentId(assessmentId)
			.setRevision(revision)
			.setAshbyTimestamp(1)
			.setResultSent(result)
			.setCancelledReasonSent(false)
			.build());
	}

	void waiting(UUID connectionId, UUID assessmentId, String service, Instant at, int attempt) {
		this.work.on(work(connectionId, assessmentId, service, at, attempt).build());
	}

	public void waiting(UUID connectionId, UUID assessmentId, String service, Instant at, WorkReason reason,
			WorkOutcome outcome) {
		this.work.on(work(connectionId, assessmentId, service, at, 1).setReason(reason).setOutcome(outcome).build());
	}

	private static WorkReported.Builder work(UUID connectionId, UUID assessmentId, String service, Instant at,
			int attempt) {
		return WorkReported.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(at)
			.setConnectionId(connectionId)
			.setAssessmentId(assessmentId)
			.setService(service)
			.setKind("order")
			.setAttempt(attempt)
			.setOutcome(WorkOutcome.WAITING)
			.setReason(WorkReason.UNAVAILABLE)
			.setNextTryAt(at.plusSeconds(60));
	}

	/** Revision n happens n minutes past noon. */
	static Instant at(long revision) {
		return NOON.plusSeconds(60 * revision);
	}

	static VerificationUpdated.Builder update(UUID connectionId, UUID assessmentId, long revision,
			VerificationState state) {
		return VerificationUpdated.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(at(revision))
			.setConnectionId(connectionId)
			.setAssessmentId(assessmentId)
			.setRevision(revision)
			.setState(state)
			.setReason(UpdateReason.NONE)
			.setOutcome(VerificationOutcome.NONE)
			.setFinal$(false)
			.setAttempt(1)
			.setProvider("springverify")
			.setProviderReference("918273")
			.setStartedAt(NOON);
	}

}
