package io.bgvbridge.sandbox.e2e;

import java.time.Duration;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Vendors that refuse, stall, break off and contradict themselves. SpringVerify takes
 * duplicates here, so that no 409 saves anybody by luck.
 */
class VendorFailureIT {

	private final Product product = Product.running();

	private final Candidate person = this.product.person();

	@BeforeEach
	void acceptDuplicates() {
		this.product.springVerify.acceptDuplicates(true);
	}

	@AfterEach
	void endFaults() {
		this.product.vendors.faults().clear();
	}

	@Test
	void tellsTheRecruiterWhatSpringVerifyRefused() {
		strike(add(FaultKind.STATUS).withStatus(400)
			.withBody("{\"errors\":[{\"path\":\"candidate.name\",\"msg\":\"Name has a digit\"}]}"));
		Assessment seen = this.product.inAshby(this.product.start(this.person),
				(assessment) -> assessment.state().equals("cancelled"));
		assertThat(seen.cancelledReason().text()).contains("Name has a digit");
		assertThat(orders()).isZero();
		this.product.verification(seen, "closedAt", (at) -> !at.isEmpty());
		Assessment again = this.product.start(this.person);
		assertThat(again.assessmentId()).isNotEqualTo(seen.assessmentId());
		this.product.ordered(this.person);
	}

	@Test
	void tellsTheRecruiterOfADuplicate() {
		this.product.springVerify.acceptDuplicates(false);
		Assessment first = this.product.complete(this.person, this.product.start(this.person));
		this.product.verification(first, "closedAt", (at) -> !at.isEmpty());
		Assessment second = this.product.inAshby(this.product.start(this.person),
				(assessment) -> assessment.state().equals("cancelled"));
		assertThat(second.assessmentId()).isNotEqualTo(first.assessmentId());
		assertThat(orders()).isOne();
	}

	@Test
	void waitsAsLongAsSpringVerifyAsksAndOrdersOnce() {
		strike(add(FaultKind.STATUS).withStatus(429).withRetryAfter(Duration.ofSeconds(2)));
		Assessment started = this.product.start(this.person);
		this.product.linked(this.person, started);
		assertThat(orders()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "ERROR_AFTER_COMMIT", "TIMEOUT_AFTER_COMMIT", "RESET_AFTER_COMMIT" })
	void ordersOnceWhenTheAnswerIsLostAfterSpringVerifyCommitted(FaultKind kind) {
		Fault fault = add(kind);
		strike((kind == FaultKind.TIMEOUT_AFTER_COMMIT) ? fault.withDelay(Duration.ofSeconds(8)) : fault);
		Assessment started = this.product.start(this.person);
		Assessment seen = this.product.complete(this.person, started);
		assertThat(seen.resultsReceived()).isOne();
		assertThat(orders()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "STATUS", "RESET_BEFORE" })
	void ordersInTheEndWhenSpringVerifyFailedBeforeItCommitted(FaultKind kind) {
		strike(add(kind));
		Assessment started = this.product.start(this.person);
		this.product.linked(this.person, started);
		assertThat(orders()).isOne();
	}

	@Test
	void stopsOnRefusedCredentialsAndTellsTheOperator() {
		strike(add(FaultKind.STATUS).withStatus(401));
		Candidate other = this.product.person();
		Assessment started = this.product.start(this.person);
		Product.until("the connection to show it", Duration.ofSeconds(30),
				() -> this.product.operator().get("/api/connections/" + this.product.connectionId()).json(200),
				(connection) -> connection.path("status").asString().equals("FAILED"));
		this.product.start(other);
		assertThat(orders()).as("refused credentials burn no orders").isZero();
		Product.until("the reason it waits for", Duration.ofSeconds(30),
				() -> this.product.operator().get("/api/verifications/" + started.assessmentId()).json(200),
				(seen) -> seen.path("wait").path("reason").asString("").equals("UNAUTHORIZED"));
		assertThat(this.product.springVerify.findByEmail(other.email())).isEmpty();
		this.product.replaceConnection();
	}

	@Test
	void repeatsUntilAshbyHasItAndReportsWhatAshbyRefuses() {
		Assessment started = this.product.start(this.person);
		long order = this.product.linked(this.person, started).id();
		this.product.inAshby(started, (seen) -> "Awaiting candidate".equals(seen.status()));
		strike(Fault.of("ashby", FaultKind.STATUS).on("assessment.update").withStatus(503).times(2));
		this.product.springVerify.submitForm(order);
		this.product.inAshby(started, (seen) -> "In progress".equals(seen.status()));
		strike(Fault.of("ashby", FaultKind.SUCCESS_FALSE).on("assessment.update"));
		this.product.springVerify.setStatus(order, 9);
		Product.until("the refusal to be shown", Duration.ofSeconds(30),
				() -> this.product.operator().get("/api/verifications/" + started.assessmentId()).json(200),
				(seen) -> seen.path("wait").path("reason").asString("").equals("REJECTED"));
		this.product.springVerify.setStatus(order, 1);
		Assessment seen = this.product.inAshby(started, (assessment) -> assessment.state().equals("complete"));
		assertThat(seen.resultsReceived()).isOne();
	}

	private static Fault add(FaultKind kind) {
		return Fault.of("springverify", kind).on("candidate/add");
	}

	private void strike(Fault fault) {
		this.product.vendors.faults().add(fault);
	}

	private int orders() {
		return this.product.springVerify.findByEmail(this.person.email()).size();
	}

}
