package io.bgvbridge.sync.file;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.bgvbridge.messaging.sealing.CallTokens;
import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import io.bgvbridge.sync.ReportDoor;
import io.bgvbridge.sync.RunningSync;
import io.bgvbridge.sync.SyncFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class ReportFilesTests extends SyncFixture {

	private static final byte[] PDF = "%PDF-1.7 report".getBytes(StandardCharsets.UTF_8);

	@Autowired
	private ReportDoor door;

	@Autowired
	private CallTokens tokens;

	@BeforeEach
	void wantsReports() {
		this.organisation.reportFile = true;
		this.door.has(this.check.assessmentId, PDF);
	}

	@Test
	void putsTheReportIntoTheCandidatesFiles() {
		connect();
		end(3);
		awaitFiles(1);
		assertThat(this.ashby.files()).containsExactly("bgv-report-" + this.check.assessmentId + "-r3.pdf");
		assertThat(new String(this.ashby.stored().get("handle-1"), StandardCharsets.UTF_8)).contains("%PDF-1.7 report");
		String token = this.door.tokenFor(this.check.assessmentId).substring("Bearer ".length());
		assertThat(this.tokens.opens(token, "report", this.check.assessmentId.toString())).isTrue();
		assertThat(row("sealed_upload")).isNull();
	}

	@Test
	void asksForNothingWhereNobodyWantsIt() {
		this.organisation.reportFile = false;
		connect();
		end(3);
		delivered(3);
		assertQuiet(1);
		assertThat(this.door.tokenFor(this.check.assessmentId)).isNull();
	}

	@Test
	void putsTheReportOfAutoStartedCheckThereToo() {
		this.check.origin = CheckOrigin.AUTO_START;
		connect();
		end(3);
		awaitFiles(1);
	}

	@Test
	void putsOneFileForEachResult() {
		connect();
		end(3);
		awaitFiles(1);
		end(4);
		this.check.isStartedAgain(5, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(5);
		awaitIdle();
		assertThat(this.ashby.files()).hasSize(1);
		this.check.ends(6, VerificationState.COMPLETED_REVIEW, VerificationOutcome.NEEDS_REVIEW);
		awaitFiles(2);
		assertThat(this.ashby.files()).last().asString().endsWith("-r6.pdf");
	}

	@Test
	void hasNoReportOfCheckWithoutResult() {
		connect();
		this.check.ends(3, VerificationState.CLOSED, VerificationOutcome.NONE);
		delivered(3);
		assertQuiet(1);
	}

	@Test
	void waitsForReportThatTheProviderDoesNotHaveYet() {
		this.door.fails(this.check.assessmentId, 404);
		connect();
		end(3);
		await().until(() -> !fileReports(WorkOutcome.WAITING).isEmpty());
		this.door.has(this.check.assessmentId, PDF);
		awaitFiles(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 502 })
	void givesUpAfterDay(int status) {
		this.door.fails(this.check.assessmentId, status);
		connect();
		end(3);
		await().until(() -> !fileReports(WorkOutcome.WAITING).isEmpty());
		change("wanted_at = now() - interval '24 hours'");
		await().until(() -> !fileReports(WorkOutcome.GIVEN_UP).isEmpty());
		awaitIdle();
		assertThat(this.ashby.files()).isEmpty();
		assertThat(row("failure")).isEqualTo("no-report");
	}

	@Test
	void outlivesOutageOfTheReportDoor() {
		this.door.fails(this.check.assessmentId, 503);
		connect();
		end(3);
		await().until(() -> !fileReports(WorkOutcome.WAITING).isEmpty());
		change("wanted_at = now() - interval '24 hours'");
		this.door.has(this.check.assessmentId, PDF);
		awaitFiles(1);
		assertThat(fileReports(WorkOutcome.WAITING)).extracting(WorkReported::getReason)
			.containsOnly(WorkReason.UNAVAILABLE);
	}

	@Test
	void isDroppedWithTheCandidate() {
		this.door.fails(this.check.assessmentId, 404);
		connect();
		end(3);
		await().until(() -> !fileReports(WorkOutcome.WAITING).isEmpty());
		this.check.isErased(4);
		this.door.has(this.check.assessmentId, PDF);
		awaitIdle();
		assertThat(this.ashby.files()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from report_file where assessment_id = ?")
			.param(this.check.assessmentId)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void isWithdrawnWithTheResult() {
		this.door.fails(this.check.assessmentId, 404);
		connect();
		end(3);
		await().until(() -> !fileReports(WorkOutcome.WAITING).isEmpty());
		this.check.moves(4, VerificationState.DISPUTED);
		this.door.has(this.check.assessmentId, PDF);
		awaitIdle();
		assertThat(this.ashby.files()).isEmpty();
		this.check.ends(5, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		awaitFiles(1);
		assertThat(this.ashby.files()).last().asString().endsWith("-r5.pdf");
	}

	private void end(long revision) {
		this.check.ends(revision, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
	}

	private void awaitFiles(int number) {
		await().until(() -> this.ashby.files().size() == number);
		awaitIdle();
		assertThat(this.ashby.files()).hasSize(number);
	}

	private List<WorkReported> fileReports(WorkOutcome outcome) {
		return reports(outcome).stream().filter((report) -> report.getKind().equals("report-file")).toList();
	}

	private void change(String change) {
		this.jdbc.sql("update report_file set " + change + " where assessment_id = ?")
			.param(this.check.assessmentId)
			.update();
	}

	private Object row(String column) {
		return this.jdbc.sql("select * from report_file where assessment_id = ?")
			.param(this.check.assessmentId)
			.query()
			.singleRow()
			.get(column);
	}

}
