package io.bgvbridge.sandbox.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.http.Hold;
import io.bgvbridge.sandbox.stack.Database;
import io.bgvbridge.sandbox.stack.Part;
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
		try (Hold hold = this.product.springVerify.holdAfterCommit()) {
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

	/**
	 * The broker stands still while the gateway publishes: the request is on its way to
	 * it when the gateway dies, and nobody was told the assessment's id.
	 */
	@Test
	void ordersOnceWhenTheGatewayDiesBetweenPublishingAndAnswering() throws Exception {
		ServiceProcess gateway = this.product.service(Service.GATEWAY);
		String type = this.product.typeId();
		Candidate person = this.product.person();
		Part kafka = this.product.stack.kafka();
		String firstId;
		kafka.freeze();
		try {
			Thread start = Thread.ofVirtual().start(() -> this.product.ashby.recruiter().start(type, person.id()));
			firstId = Product.until("the assessment's row", Duration.ofSeconds(10),
					() -> assessmentId(person.applicationId()), (id) -> !id.isEmpty());
			start.join(Duration.ofMillis(300));
			assertThat(start.isAlive()).as("the start waits for Kafka's acknowledgement").isTrue();
			gateway.kill();
			start.join();
		}
		finally {
			kafka.thaw();
		}
		gateway.start();
		Assessment started = this.product.start(person, type);
		assertThat(started.assessmentId()).isEqualTo(firstId);
		Assessment seen = this.product.complete(person, started);
		assertThat(seen.result()).isNotNull();
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
	}

	private String assessmentId(String applicationId) {
		Database database = this.product.stack.database(Service.GATEWAY);
		try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
				PreparedStatement select = connection
					.prepareStatement("select assessment_id from assessment where starts_with(application_id, ?)")) {
			select.setString(1, applicationId);
			try (ResultSet rows = select.executeQuery()) {
				return rows.next() ? rows.getString(1) : "";
			}
		}
		catch (SQLException ex) {
			throw new AssertionError(ex);
		}
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
