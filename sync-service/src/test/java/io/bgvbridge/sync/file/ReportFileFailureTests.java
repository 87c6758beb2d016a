package io.bgvbridge.sync.file;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.sync.Check;
import io.bgvbridge.sync.ReportDoor;
import io.bgvbridge.sync.RunningSync;
import io.bgvbridge.sync.SyncFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class ReportFileFailureTests extends SyncFixture {

	private static final String CREATE = "file.createFileUploadHandle";

	private static final String ATTACH = "candidate.uploadFile";

	private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

	@Autowired
	private ReportDoor door;

	@BeforeEach
	void wantsReports() {
		this.organisation.reportFile = true;
		this.door.has(this.check.assessmentId, PDF);
	}

	@Test
	void givesUpAfterDayWhereTheStorageOnlyFails() {
		this.ashby.takes();
		this.ashby.losesWhile(() -> this.jdbc
			.sql("update report_file set wanted_at = now() - interval '24 hours' where assessment_id = ?")
			.param(this.check.assessmentId)
			.update());
		this.ashby.answers(503, "");
		connect();
		ends(3);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		awaitIdle();
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", "storage/handle-1");
		assertThat(row("failure")).isEqualTo("storage_unavailable");
		assertThat(row("sealed_upload")).isNull();
	}

	@Test
	void uploadsForLongerThanOtherCallsMayTake() {
		this.ashby.takes();
		this.ashby.takesWhile(() -> {
			this.jdbc.sql("update work set claimed_until = now() + interval '5 seconds' where subject_id = ?")
				.param(this.check.assessmentId)
				.update();
			LockSupport.parkNanos(Duration.ofSeconds(6).toNanos());
		});
		connect();
		ends(3);
		await().until(() -> this.ashby.files().size() == 1);
		assertThat(this.ashby.endpoints()).containsExactly(CREATE, "storage/handle-1", ATTACH);
	}

	@Test
	void doesNotSlowAshbyDownForTheStorage() {
		this.ashby.takes();
		this.ashby.answers(429, "");
		connect();
		ends(3);
		await().until(() -> !reports(WorkOutcome.WAITING).isEmpty());
		assertThat(this.jdbc.sql("select slowed_millis from work_budget where connection_id = ?")
			.param(this.organisation.connectionId)
			.query(Long.class)
			.single()).isZero();
		await().until(() -> this.ashby.files().size() == 1);
	}

	@Test
	void beginsAnewWithTheCandidateWhoTookTheOthersPlace() {
		this.ashby.takes();
		this.ashby.takes();
		this.ashby.refuses("candidate_not_found");
		connect();
		ends(3);
		await().until(() -> !reports(WorkOutcome.GIVEN_UP).isEmpty());
		this.check.candidateId = "candidate-2";
		ends(4);
		assertAttachedToTheOther();
		assertThat(row("failure")).isNull();
	}

	@Test
	void givesNothingUpForTheCandidateWhoTookTheOthersPlaceMeanwhile() {
		this.ashby.takes();
		this.ashby.takes();
		this.ashby.refusesWhile("candidate_not_found", () -> {
			this.check.candidateId = "candidate-2";
			ends(4);
		});
		connect();
		ends(3);
		assertAttachedToTheOther();
		assertThat(reports(WorkOutcome.GIVEN_UP)).isEmpty();
	}

	@Test
	void waitsItsTurnWithoutAskingOften() {
		List<Check> checks = Stream.generate(() -> new Check(this.service, this.organisation.connectionId))
			.limit(3)
			.toList();
		checks.forEach((one) -> this.door.hasSlowly(one.assessmentId, PDF, 2000));
		connect();
		checks.forEach((one) -> one.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR));
		await().until(() -> waits(checks).size() == 3 && waits(checks).stream().anyMatch((wait) -> wait > 0));
		assertThat(waits(checks)).filteredOn((wait) -> wait > 0)
			.singleElement()
			.satisfies((wait) -> assertThat(wait).isBetween(13.0, 25.0));
		await().until(() -> this.ashby.files().size() == 2);
	}

	/** Seconds until each of the files is due. */
	private List<Double> waits(List<Check> checks) {
		return checks.stream().flatMap((one) -> this.jdbc.sql("""
				select extract(epoch from due_at - now())::float8 from work
				where subject_id = ? and kind = 'report-file'
				""").param(one.assessmentId).query(Double.class).list().stream()).toList();
	}

	private void assertAttachedToTheOther() {
		await().until(() -> this.ashby.files().size() == 1);
		awaitIdle();
		assertThat(this.ashby.files()).containsExactly("bgv-report-" + this.check.assessmentId + "-r3.pdf");
		assertThat(this.ashby.calls()).filteredOn((call) -> call.path().endsWith(ATTACH))
			.last()
			.satisfies((call) -> assertThat(call.body()).asString().contains("candidate-2"));
	}

	private void ends(long revision) {
		endsForTheFileOnly(revision, VerificationState.COMPLETED_CLEAR);
	}

	private Object row(String column) {
		return this.jdbc.sql("select * from report_file where assessment_id = ?")
			.param(this.check.assessmentId)
			.query()
			.singleRow()
			.get(column);
	}

}
