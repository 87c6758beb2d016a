package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.ashby.Outcome;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.springverify.AddHold;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.ServiceProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each service is killed without warning in the middle of a check's way. SpringVerify
 * takes duplicates here, so that no 409 saves anybody by luck.
 */
class SigkillIT {

	private final Product product = Product.running();

	@BeforeEach
	void acceptDuplicates() {
		this.product.springVerify.acceptDuplicates(true);
	}

	@Test
	void ordersOnceWhenVerificationDiesBetweenTheProvidersSuccessAndItsCommit() throws Exception {
		ServiceProcess verification = this.product.service(Service.VERIFICATION);
		Candidate person = this.product.person();
		Assessment started;
		Instant restarted;
		try (AddHold hold = this.product.springVerify.holdAfterCommit()) {
			started = this.product.start(person);
			assertThat(hold.awaitReached(Duration.ofSeconds(30))).isTrue();
			verification.kill();
			hold.release();
			verification.start();
			restarted = Instant.now();
		}
		this.product.linked(person, started);
		assertThat(Duration.between(restarted, Instant.now())).as("a killed one's work is taken up within seconds")
			.isLessThan(Duration.ofSeconds(30));
		Assessment seen = this.product.complete(person, started);
		assertThat(seen.result().text()).isEqualTo("Completed");
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
	}

	@Test
	void ordersOnceWhenVerificationDiesBeforeTheProviderSawTheCall() throws Exception {
		ServiceProcess verification = this.product.service(Service.VERIFICATION);
		Candidate person = this.product.person();
		this.product.vendors.faults()
			.add(Fault.of("springverify", FaultKind.RESET_BEFORE).on("candidate/add").times(1));
		Assessment started = this.product.start(person);
		Product.until("the first call", Duration.ofSeconds(30),
				() -> this.product.vendors.calls()
					.of("springverify", "candidate/add")
					.stream()
					.filter((call) -> call.requestBody().contains(person.email()))
					.count(),
				(calls) -> calls > 0);
		verification.kill();
		verification.start();
		Assessment seen = this.product.complete(person, started);
		assertThat(seen.resultsReceived()).isOne();
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
	}

	@Test
	void losesAndDoublesNothingWhenTheGatewayDiesUnderStarts() throws Exception {
		ServiceProcess gateway = this.product.service(Service.GATEWAY);
		String type = this.product.typeId();
		Candidate person = this.product.person();
		AtomicBoolean killed = new AtomicBoolean();
		Thread killer = Thread.ofVirtual().start(() -> {
			gateway.kill();
			killed.set(true);
		});
		Outcome first = this.product.ashby.recruiter().start(type, person.id());
		killer.join();
		assertThat(killed).isTrue();
		gateway.start();
		Assessment started = this.product.start(person, type);
		if (first instanceof Outcome.Accepted accepted) {
			assertThat(started.assessmentId()).isEqualTo(accepted.assessment().assessmentId());
		}
		Assessment seen = this.product.complete(person, started);
		assertThat(seen.result()).isNotNull();
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
	}

	@Test
	void bringsTheResultOnceWhenSyncDiesBetweenAshbysSuccessAndItsCommit() {
		ServiceProcess sync = this.product.service(Service.SYNC);
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		long order = this.product.linked(person, started).id();
		this.product.springVerify.submitForm(order);
		this.product.inAshby(started, (seen) -> "In progress".equals(seen.status()));
		this.product.vendors.faults()
			.add(Fault.of("ashby", FaultKind.TIMEOUT_AFTER_COMMIT)
				.on("assessment.update")
				.withDelay(Duration.ofSeconds(20)));
		this.product.springVerify.setStatus(order, 1);
		this.product.inAshby(started, (seen) -> seen.state().equals("complete"));
		sync.kill();
		sync.start();
		Assessment seen = this.product.inAshby(started, (assessment) -> assessment.repeatsReceived() > 0);
		assertThat(seen.resultsReceived()).as("reviewers are told once").isOne();
		assertThat(seen.result().text()).isEqualTo("Completed");
		this.product.verification(started, "ashby", (ignored) -> true);
		Product.until("the receipt", Duration.ofSeconds(30),
				() -> this.product.operator().get("/api/verifications/" + started.assessmentId()).json(200),
				(verification) -> verification.path("ashby").path("resultSent").asBoolean(false));
	}

}
