package io.bgvbridge.sync;

import java.util.Map;

import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class ErasureTests extends SyncFixture {

	@Test
	void dropsEverythingPersonalAndTellsAshbyNothing() {
		connect();
		this.check.moves(2, VerificationState.IN_PROGRESS);
		delivered(2);
		this.check.isErased(3);
		assertQuiet(1);
		assertThat(row()).containsEntry("erased", true)
			.containsEntry("candidate_id", "")
			.containsEntry("reference", null)
			.containsEntry("sealed_details", null)
			.containsEntry("pushed_gist", null)
			.containsEntry("state", "CANCELLED");
	}

	@Test
	void dropsWhatWasUnderWay() {
		this.ashby.answers(503, "");
		connect();
		this.check.failsToStart(2, UpdateReason.REJECTED_BY_PROVIDER, "Adam Hart is unknown");
		await().until(() -> !reports(WorkOutcome.WAITING).isEmpty());
		this.check.isErased(3);
		assertQuiet(1);
		assertThat(row()).containsEntry("pending_body", null);
	}

	@Test
	void survivesTheAnswerToWhatWasUnderWay() {
		this.ashby.takesWhile(() -> this.check.isErased(3));
		connect();
		this.check.moves(2, VerificationState.IN_PROGRESS);
		delivered(2);
		assertQuiet(1);
		assertThat(row()).containsEntry("erased", true).containsEntry("pending_body", null);
	}

	@Test
	void cancelsTheNote() {
		this.check.origin = CheckOrigin.AUTO_START;
		this.ashby.losesWhile(() -> crash("note"));
		connect();
		this.check.ends(2, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		await().until(() -> this.ashby.calls().size() > 1);
		this.check.isErased(3);
		awaitIdle();
		assertThat(this.ashby.notes()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from note where assessment_id = ?")
			.param(this.check.assessmentId)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void takesNothingOfTheErasedIn() {
		this.check.isErased(3);
		this.check.ends(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		connect();
		assertQuiet(0);
		assertThat(row()).containsEntry("revision", 3L).containsEntry("sealed_details", null);
	}

	@Test
	void countsThoughItIsNotTheNewest() {
		connect();
		this.check.moves(4, VerificationState.IN_PROGRESS);
		delivered(4);
		this.check.isErased(3);
		assertThat(row()).containsEntry("erased", true).containsEntry("sealed_details", null);
	}

	private Map<String, Object> row() {
		return this.jdbc.sql("select * from assessment where assessment_id = ?")
			.param(this.check.assessmentId)
			.query()
			.singleRow();
	}

}
