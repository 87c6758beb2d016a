package io.bgvbridge.sync;

import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class UnknownOutcomeTests extends SyncFixture {

	@Test
	void tellsTheNewestTruthOnceAfterAshbyWasAway() {
		this.ashby.goesAway();
		connect();
		this.check.moves(1, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> !reports(WorkOutcome.WAITING).isEmpty());
		for (long revision = 2; revision <= 5; revision++) {
			this.check.moves(revision, VerificationState.IN_PROGRESS);
		}
		this.ashby.comesBack();
		delivered(5);
		assertQuiet(1);
		WorkReported report = reports(WorkOutcome.WAITING).getFirst();
		assertThat(report.getReason()).isEqualTo(WorkReason.UNAVAILABLE);
		assertThat(report.getService()).isEqualTo("sync-service");
		assertThat(report.getKind()).isEqualTo("push");
		assertThat(report.getAttempt()).isEqualTo(1);
		assertThat(report.getNextTryAt()).isAfter(report.getOccurredAt());
	}

	@Test
	void repeatsToTheByteWhereTheOutcomeIsUnknown() {
		this.ashby.takesAndFallsSilent();
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> this.ashby.calls().size() == 1);
		this.check.occurredAt = this.check.startedAt.plusSeconds(60);
		this.check.moves(4, VerificationState.ACTION_NEEDED);
		this.check.moves(5, VerificationState.IN_PROGRESS);
		delivered(3);
		delivered(5);
		assertQuiet(3);
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
		assertThat(statuses()).containsExactly("Awaiting candidate", "In progress");
	}

	@Test
	void repeatsToTheByteAfterServerErrorAndRefusedConnection() {
		this.ashby.answers(503, "");
		connect();
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		await().until(() -> reports(WorkOutcome.WAITING).size() == 1);
		this.ashby.goesAway();
		this.check.moves(4, VerificationState.IN_PROGRESS);
		await().until(() -> reports(WorkOutcome.WAITING).size() >= 2);
		this.ashby.comesBack();
		delivered(4);
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
		assertThat(statuses()).containsExactly("Awaiting candidate", "In progress");
	}

	@Test
	void keepsTimestampsStrictlyIncreasing() {
		connect();
		long started = this.check.startedAt.toEpochMilli();
		this.check.occurredAt = this.check.startedAt.minusSeconds(5);
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		delivered(3);
		this.check.moves(4, VerificationState.IN_PROGRESS);
		delivered(4);
		this.check.occurredAt = this.check.startedAt.plusSeconds(60);
		this.check.moves(5, VerificationState.ON_HOLD);
		delivered(5);
		assertThat(this.ashby.accepted()).extracting((update) -> update.path("timestamp").asLong())
			.containsExactly(started + 1, started + 2, started + 60_000);
	}

}
