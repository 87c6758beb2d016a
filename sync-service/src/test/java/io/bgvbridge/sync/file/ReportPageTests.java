package io.bgvbridge.sync.file;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.sync.ReportDoor;
import io.bgvbridge.sync.RunningSync;
import io.bgvbridge.sync.SyncFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The provider shows the report on a page of its own, and there is no file of it.
 */
@RunningSync
@ExtendWith(OutputCaptureExtension.class)
class ReportPageTests extends SyncFixture {

	@Autowired
	private ReportDoor door;

	@BeforeEach
	void wantsReports() {
		this.organisation.reportFile = true;
		this.door.pointsToPage(this.check.assessmentId);
		connect();
	}

	@Test
	void needsNoFile(CapturedOutput log) {
		endsWithPage();
		assertThat(row("failure")).isNull();
		assertThat(reports(WorkOutcome.WAITING)).isEmpty();
		assertThat(reports(WorkOutcome.GIVEN_UP)).isEmpty();
		assertThat(this.ashby.endpoints()).containsExactly("assessment.update");
		assertThat(log.getAll().lines().filter((line) -> line.contains(this.check.assessmentId + "-r3.pdf")))
			.singleElement()
			.asString()
			.contains("no file: the provider shows a page");
	}

	@Test
	void doesNotKeepTheFileOfNewerResultAway() {
		endsWithPage();
		this.door.has(this.check.assessmentId, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
		this.check.ends(4, VerificationState.COMPLETED_REVIEW, VerificationOutcome.CONSIDER);
		await().until(() -> !this.ashby.files().isEmpty());
		awaitIdle();
		assertThat(this.ashby.files()).containsExactly("bgv-report-" + this.check.assessmentId + "-r4.pdf");
	}

	private void endsWithPage() {
		this.check.ends(3, VerificationState.COMPLETED_REVIEW, VerificationOutcome.FAILED_SEE_REPORT);
		await().until(() -> Objects.equals(row("settled_revision"), 3L));
		awaitIdle();
	}

	private Object row(String column) {
		return this.jdbc.sql("select * from report_file where assessment_id = ?")
			.param(this.check.assessmentId)
			.query()
			.singleRow()
			.get(column);
	}

}
