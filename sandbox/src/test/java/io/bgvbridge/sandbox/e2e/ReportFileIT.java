package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.List;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.ashby.CandidateFile;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The report's PDF gets into the candidate's files, once.
 */
class ReportFileIT {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final Product product = Product.running();

	@BeforeEach
	void wantTheFile() {
		this.product.change("{\"reportFile\":true}");
	}

	@AfterEach
	void wantItNoMore() {
		this.product.change("{\"reportFile\":false}");
	}

	@Test
	void isUploadedInThreeSteps() {
		Candidate person = completed();

		CandidateFile file = files(person).getFirst();

		assertThat(file.name()).startsWith("bgv-report-").endsWith(".pdf");
		assertThat(file.contentType()).isEqualTo("application/pdf");
		assertThat(file.size()).isPositive();
	}

	@ParameterizedTest
	@CsvSource({ "file.createFileUploadHandle,RESET_AFTER_COMMIT", "upload/{id},RESET_AFTER_COMMIT",
			"candidate.uploadFile,RESET_AFTER_COMMIT", "candidate.uploadFile,RESET_BEFORE" })
	void isThereOnceWhenAnAnswerIsLost(String operation, FaultKind kind) {
		this.product.vendors.faults().add(Fault.of("ashby", kind).on(operation).times(1));

		Candidate person = completed();

		assertThat(files(person)).hasSize(1);
	}

	@Test
	void isThereOnceWhenSyncDiesBetweenTwoSteps() {
		ServiceProcess sync = this.product.service(Service.SYNC);
		this.product.vendors.faults()
			.add(Fault.of("ashby", FaultKind.RESET_AFTER_COMMIT).on("candidate.uploadFile").times(1));
		Candidate person = completed();
		Product.until("the third step", PATIENCE,
				() -> this.product.vendors.calls()
					.of("ashby", "candidate.uploadFile")
					.stream()
					.filter((call) -> call.requestBody().contains(person.id()))
					.count(),
				(calls) -> calls > 0);
		sync.kill();
		sync.start();

		Candidate next = completed();

		assertThat(files(next)).hasSize(1);
		assertThat(files(person)).hasSize(1);
	}

	private Candidate completed() {
		Candidate person = this.product.person();
		Assessment done = this.product.complete(person, this.product.start(person));
		assertThat(done.result()).isNotNull();
		return person;
	}

	/** The files once sync knows what its last call came to. */
	private List<CandidateFile> files(Candidate person) {
		Product.until("the report of " + person.id(), PATIENCE, () -> this.product.rows(Service.SYNC, """
				select settled_revision >= revision and settled_revision > 0 and failure is null from report_file
				where candidate_id = '%s'""".formatted(person.id())), List.of("t")::equals);
		return this.product.ashby.files(person.id());
	}

}
