package io.bgvbridge.sync;

import io.bgvbridge.schemas.VerificationOutcome;
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
		isDueIn("1 hour");
		for (long revision = 2; revision <= 5; revision++) {
			this.check.moves(revision, VerificationState.IN_PROGRESS);
		}
		this.ashby.comesBack();
		isDueIn("0 hours");
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
	void finishesWhatTheVersionBeforeBegan() {
		this.ashby.losesWhile(() -> this.jdbc.sql("""
				update assessment set pending_channel = null, pending_sends_result = null, pending_gist = null
				where assessment_id = ?
				""").param(this.check.assessmentId).update());
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(3).getResultSent()).isTrue();
		assertQuiet(2);
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
		assertThat(column("result_revision")).isEqualTo(3L);
	}

	@Test
	void doesNotSendTheResultAgainThatAshbyMayHave() {
		this.ashby.takesStrangely();
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		this.check.ends(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(4).getResultSent()).isFalse();
		assertThat(results()).containsExactly("Clear", "");
		this.check.ends(5, VerificationState.COMPLETED_REVIEW, VerificationOutcome.NEEDS_REVIEW);
		assertThat(delivered(5).getResultSent()).isTrue();
	}

	@Test
	void sendsTheResultAgainThatAshbyRefused() {
		this.ashby.refuses("invalid_input");
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		this.check.ends(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(4).getResultSent()).isTrue();
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

	private void isDueIn(String interval) {
		this.jdbc.sql("update work set due_at = now() + :wait::interval where subject_id = :assessment")
			.param("wait", interval)
			.param("assessment", this.check.assessmentId)
			.update();
	}

}
