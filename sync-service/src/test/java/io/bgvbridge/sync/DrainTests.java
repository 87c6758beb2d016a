package io.bgvbridge.sync;

import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A connection is drained, and then deleted.
 */
@RunningSync
@ExtendWith(OutputCaptureExtension.class)
class DrainTests extends SyncFixture {

	@Test
	void goesOnTellingAshbyWhileItLasts() {
		connect();
		this.check.moves(2, VerificationState.IN_PROGRESS);
		delivered(2);
		this.organisation.changes(2, ConnectionStatus.DRAINING, 1, this.ashby.baseUrl(), "key-1");
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(3).getResultSent()).isTrue();
	}

	@Test
	void leavesNoWorkThatIsDoneAfterwards(CapturedOutput output) {
		this.ashby.answersWhile(503, () -> this.organisation.isDeleted(2));
		connect();
		this.check.moves(2, VerificationState.IN_PROGRESS);
		await().until(() -> !reports(WorkOutcome.WAITING).isEmpty());
		this.check.moves(3, VerificationState.REVIEW);
		this.jdbc.sql("update work set due_at = now() where subject_id = ?").param(this.check.assessmentId).update();
		await().during(java.time.Duration.ofMillis(400)).until(() -> this.ashby.calls().size() == 1);
		assertThat(output).doesNotContain("work.failed").doesNotContain("not-recorded");
	}

	@Test
	void leavesWhatIsErasedAfterwardsWithoutPersonalData() {
		connect();
		this.check.ends(2, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(2);
		this.organisation.isDeleted(2);
		this.check.isErased(3);
		assertThat(column("erased")).isEqualTo(true);
		assertThat(column("sealed_details")).isNull();
		assertThat(column("candidate_id")).isEqualTo("");
	}

	@Test
	void endsAClaimFromBeforeQuietly(CapturedOutput output) {
		connect();
		this.jdbc.sql("update connection set sealed_access = null where connection_id = ?")
			.param(this.organisation.connectionId)
			.update();
		this.check.moves(2, VerificationState.IN_PROGRESS);
		await().until(() -> !reports(WorkOutcome.WAITING).isEmpty());
		assertThat(this.ashby.calls()).isEmpty();
		assertThat(column("pending_body")).isNull();
		assertThat(output).doesNotContain("work.failed");
	}

}
