package io.bgvbridge.sync;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes come in while their assessment is being worked on.
 */
@RunningSync
class LockOrderTests extends SyncFixture {

	@Autowired
	private TransactionOperations transaction;

	@Autowired
	private ReportDoor door;

	@Test
	void takesChangeWhileThePushBegins() {
		this.check.moves(3, VerificationState.AWAITING_CANDIDATE);
		whileWorkWaitsFor("assessment", () -> this.check.moves(4, VerificationState.IN_PROGRESS));
		delivered(4);
		assertThat(reports(WorkOutcome.WAITING)).isEmpty();
	}

	@Test
	void takesChangeWhileStepOfTheReportFileIsKept() {
		this.organisation.reportFile = true;
		this.door.has(this.check.assessmentId, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
		endsForTheFileOnly(3, VerificationState.COMPLETED_CLEAR);
		whileWorkWaitsFor("report_file",
				() -> this.check.ends(5, VerificationState.COMPLETED_REVIEW, VerificationOutcome.NEEDS_REVIEW));
		await().until(() -> this.ashby.files().size() == 1);
		assertThat(this.ashby.files()).containsExactly("bgv-report-" + this.check.assessmentId + "-r5.pdf");
		assertThat(reports(WorkOutcome.WAITING)).isEmpty();
	}

	private void whileWorkWaitsFor(String table, Runnable change) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select 1 from " + table + " where assessment_id = ? for update")
				.param(this.check.assessmentId)
				.query(Long.class)
				.single();
			CompletableFuture.runAsync(this::connect).join();
			await().until(() -> this.jdbc.sql("select count(*) from pg_locks where not granted")
				.query(Long.class)
				.single() > 0);
			change.run();
		});
	}

}
