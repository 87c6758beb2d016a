package io.bgvbridge.sync.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkObserver;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReported;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells what keeps work on a connection from being finished.
 */
@Component
public class WorkReportedPublisher implements WorkObserver {

	private final Outbox outbox;

	private final AshbyConnections connections;

	private final Clock clock;

	WorkReportedPublisher(Outbox outbox, AshbyConnections connections, Clock clock) {
		this.outbox = outbox;
		this.connections = connections;
		this.clock = clock;
	}

	/**
	 * Nothing more is tried. Called in the transaction that records it.
	 * @param item the claim
	 * @param reason why
	 */
	public void givenUp(WorkItem item, WorkReason reason) {
		report(item, WorkOutcome.GIVEN_UP, reason, null);
	}

	@Override
	public void unfinished(WorkItem item, WorkReason reason, @Nullable Duration delay) {
		if (delay == null) {
			report(item, WorkOutcome.STOPPED, reason, null);
		}
		else {
			report(item, WorkOutcome.WAITING, reason, this.clock.instant().plus(delay));
		}
		if (reason == WorkReason.UNAUTHORIZED) {
			this.connections.refused(item.connectionId(), item.credentialsVersion());
		}
	}

	private void report(WorkItem item, WorkOutcome outcome, WorkReason reason, @Nullable Instant nextTryAt) {
		this.outbox.add(Topics.WORK_REPORTED, item.subjectId().toString(),
				WorkReported.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(this.clock.instant())
					.setConnectionId(item.connectionId())
					.setAssessmentId(item.subjectId())
					.setService(Topics.SYNC)
					.setKind(item.kind())
					.setAttempt(item.attempts() + 1)
					.setOutcome(outcome)
					.setReason(published(reason))
					.setNextTryAt(nextTryAt)
					.build());
	}

	private static io.bgvbridge.schemas.WorkReason published(WorkReason reason) {
		return switch (reason) {
			case UNAVAILABLE -> io.bgvbridge.schemas.WorkReason.UNAVAILABLE;
			case THROTTLED -> io.bgvbridge.schemas.WorkReason.THROTTLED;
			case UNAUTHORIZED -> io.bgvbridge.schemas.WorkReason.UNAUTHORIZED;
			case REJECTED -> io.bgvbridge.schemas.WorkReason.REJECTED;
			case UNINTELLIGIBLE -> io.bgvbridge.schemas.WorkReason.UNINTELLIGIBLE;
			case OUTCOME_UNKNOWN -> io.bgvbridge.schemas.WorkReason.OUTCOME_UNKNOWN;
			case EARLIER_ATTEMPT -> io.bgvbridge.schemas.WorkReason.EARLIER_ATTEMPT;
			case INTERNAL -> io.bgvbridge.schemas.WorkReason.INTERNAL;
		};
	}

}
