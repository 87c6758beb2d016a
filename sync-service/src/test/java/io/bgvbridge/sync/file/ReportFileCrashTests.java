package io.bgvbridge.sync.file;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import io.bgvbridge.sync.ReportDoor;
import io.bgvbridge.sync.RunningSync;
import io.bgvbridge.sync.SyncFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class ReportFileCrashTests extends SyncFixture {

	private static final String CREATE = "file.createFileUploadHandle";

	private static final String ATTACH = "candidate.uploadFile";

	private static final String LOOK_UP = "candidate.info";

	@Autowired
	private ReportDoor door;

	@BeforeEach
	void wantsReports() {
		this.organisation.reportFile = true;
	}

	@Test
	void asksForAnotherPlaceAfterCrashBeforeItWasKept() {
		this.ashby.takesWhile(() -> crash("report-file"));
		endWithReport();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, CREATE, "storage/handle-2", ATTACH);
	}

	@Test
	void uploadsToTheSamePlaceAfterCrash() {
		this.ashby.takes();
		this.ashby.losesWhile(() -> crash("report-file"));
		endWithReport();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", "storage/handle-1", ATTACH);
	}

	@Test
	void asksForAnotherPlaceOnceTheFirstHasGrownOld() {
		this.ashby.takes();
		this.ashby.losesWhile(() -> {
			change("placed_at = now() - interval '9 minutes'");
			crash("report-file");
		});
		endWithReport();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", CREATE, "storage/handle-2",
				ATTACH);
	}

	@Test
	void asksForAnotherPlaceWhereTheReportHasAnotherLength() {
		this.ashby.takes();
		this.ashby.losesWhile(() -> {
			this.door.has(this.check.assessmentId, "%PDF-1.7 made anew".getBytes(StandardCharsets.UTF_8));
			crash("report-file");
		});
		endWithReport();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", CREATE, "storage/handle-2",
				ATTACH);
	}

	@Test
	void findsTheFileThatWasAttachedBeforeCrash() {
		this.ashby.takes();
		this.ashby.takes();
		this.ashby.takesWhile(() -> crash("report-file"));
		endWithReport();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", ATTACH, LOOK_UP);
	}

	@Test
	void attachesAgainOnlyOnceTheLostCallHasSettled() {
		this.ashby.takes();
		this.ashby.takes();
		this.ashby.losesWhile(() -> crash("report-file"));
		endWithReport();
		assertThat(this.ashby.endpoints()).containsSubsequence(ATTACH, LOOK_UP, CREATE, "storage/handle-2", ATTACH);
		long first = at(ATTACH, 0);
		assertThat(Duration.ofNanos(at(ATTACH, 1) - first)).isGreaterThan(Duration.ofMillis(3400));
		assertThat(reports(WorkOutcome.WAITING)).extracting(WorkReported::getReason)
			.contains(WorkReason.OUTCOME_UNKNOWN);
	}

	@Test
	void attachesAgainWhatAshbyNeverTook() {
		this.ashby.takes();
		this.ashby.takes();
		this.ashby.answers(429, "");
		endWithReport();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", ATTACH, ATTACH);
	}

	@Test
	void beginsAnewWhereTheStorageRefuses() {
		this.ashby.takes();
		this.ashby.answers(403, "");
		endWithReport();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", CREATE, "storage/handle-2",
				ATTACH);
	}

	@Test
	void keepsItsClaimWhileTheReportIsSlow() {
		this.door.hasSlowly(this.check.assessmentId, report(), 6000);
		connect();
		ends();
		await().until(() -> this.door.tokenFor(this.check.assessmentId) != null);
		this.jdbc.sql("update work set claimed_until = now() + interval '5 seconds' where subject_id = ?")
			.param(this.check.assessmentId)
			.update();
		await().until(() -> this.ashby.files().size() == 1);
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", ATTACH);
	}

	@Test
	void doesNotRepeatBlindlyWhatAshbyAnsweredStrangely() {
		this.ashby.takes();
		this.ashby.takes();
		this.ashby.answers(200, "<html>");
		this.door.has(this.check.assessmentId, report());
		connect();
		ends();
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		awaitIdle();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", ATTACH);
	}

	private void endWithReport() {
		this.door.has(this.check.assessmentId, report());
		connect();
		ends();
		await().until(() -> this.ashby.files().size() == 1);
		awaitIdle();
		assertThat(this.ashby.files()).containsExactly("bgv-report-" + this.check.assessmentId + "-r3.pdf");
	}

	private void ends() {
		endsForTheFileOnly(3, VerificationState.COMPLETED_CLEAR);
	}

	private long at(String endpoint, int number) {
		return this.ashby.calls()
			.stream()
			.filter((call) -> call.path().equals("/" + endpoint))
			.skip(number)
			.findFirst()
			.orElseThrow()
			.nanos();
	}

	private void change(String change) {
		this.jdbc.sql("update report_file set " + change + " where assessment_id = ?")
			.param(this.check.assessmentId)
			.update();
	}

	private static byte[] report() {
		return "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
	}

}
