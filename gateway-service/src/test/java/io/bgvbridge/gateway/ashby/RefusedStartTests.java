package io.bgvbridge.gateway.ashby;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.assessment.Started;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;
import io.bgvbridge.gateway.connection.PackageReports;
import io.bgvbridge.gateway.verification.Verifications;
import io.bgvbridge.messaging.outbox.NotPublished;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.VerificationRequested;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@GatewayTest
class RefusedStartTests {

	@Autowired
	private Samples samples;

	@Autowired
	private PackageReports packages;

	@Autowired
	private Orders orders;

	@Autowired
	private Assessments assessments;

	@Autowired
	private Verifications verifications;

	@Autowired
	private Connections connections;

	@Autowired
	private AshbyProperties properties;

	@Autowired
	private MockProducer<String, byte[]> kafka;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor);
	}

	@AfterEach
	void close() {
		this.kafka.sendException = null;
		this.vendor.close();
	}

	@Test
	void saysThatTheConnectionIsSwitchedOffUntilItIsOn() {
		operator("disable");
		assertThat(message(start("app")))
			.isEqualTo("This background-check connection is switched off. Ask your administrator to enable it.");
		operator("enable");
		assertThat(start("app").status()).isEqualTo(200);
	}

	@Test
	void saysThatNoCreditsAreLeftAndLooksAgain() {
		UUID open = id(start("open"));
		this.packages.listedWithCredits(this.joined.connectionId(), 0, "12:34");
		assertThat(message(start("app"))).startsWith("The SpringVerify account has no credits left.");
		assertThat(message(start("app"))).contains("no credits");
		assertThat(id(start("open"))).as("what is under way is paid for").isEqualTo(open);
		await().atMost(Duration.ofSeconds(20)).until(() -> refreshes().size() == 1);
	}

	@Test
	void saysThatTheCandidateWasDeleted() {
		this.samples.webhook(this.joined,
				Samples.file("candidateDelete.json").replace("cand-1111-2222-3333-4444", "c-1"));
		assertThat(message(start("app"))).isEqualTo("This candidate was deleted in Ashby.");
		Joined other = this.samples.connect(this.vendor);
		assertThat(other.ashby().post("/ashby/assessment.start", Samples.start(other.typeId(), "app")).status())
			.as("another organisation's candidate")
			.isEqualTo(200);
	}

	@Test
	void answersARepeatedStartWithAConflictIfToldSo() {
		UUID open = id(start("app"));
		assertThatExceptionOfType(AlreadyBeingAssessed.class).isThrownBy(this::startOrConflict);
		List<VerificationRequested> requests = this.samples.published(open);
		assertThat(requests).as("published again, in case it was lost").hasSize(2);
		ResponseEntity<Refusal> answer = new AshbyErrors().conflict(new AlreadyBeingAssessed());
		assertThat(answer.getStatusCode().value()).isEqualTo(409);
		assertThat(answer.getBody())
			.isEqualTo(Refusal.of("already_being_assessed", "The candidate is already being assessed."));
	}

	@Test
	void answersTheFirstStartThatGetsThroughWithTheIdEvenThen() {
		this.kafka.sendException = new TimeoutException("no broker");
		assertThat(start("app").status()).isEqualTo(503);
		assertThatExceptionOfType(NotPublished.class).isThrownBy(this::startOrConflict);
		this.kafka.sendException = null;
		Starts.Shown shown = startOrConflict();
		assertThat(shown.how()).isEqualTo(Started.How.REPEATED);
		assertThat(this.samples.<VerificationRequested>published(shown.assessment().assessmentId())).hasSize(1);
		assertThatExceptionOfType(AlreadyBeingAssessed.class).isThrownBy(this::startOrConflict);
	}

	@Test
	void answersATakeOverThatDidNotGetThroughWithTheIdEvenThen() {
		UUID open = id(start("app"));
		this.jdbc.sql("update assessment set origin = 'AUTO_START' where assessment_id = ?").param(open).update();
		this.kafka.sendException = new TimeoutException("no broker");
		assertThatExceptionOfType(NotPublished.class).isThrownBy(this::startOrConflict);
		this.kafka.sendException = null;
		assertThat(startOrConflict().assessment().assessmentId()).isEqualTo(open);
		assertThatExceptionOfType(AlreadyBeingAssessed.class).isThrownBy(this::startOrConflict);
		this.jdbc.sql("update assessment set origin = 'AUTO_START' where assessment_id = ?").param(open).update();
		assertThat(startOrConflict().how()).isEqualTo(Started.How.TAKEN_OVER);
		assertThatExceptionOfType(AlreadyBeingAssessed.class).isThrownBy(this::startOrConflict);
	}

	private Starts.Shown startOrConflict() {
		Starts starts = new Starts(this.orders, this.assessments, this.verifications,
				new AshbyProperties(this.properties.publicUrl(), Duration.ofSeconds(1), RepeatedStart.CONFLICT, null));
		Connection connection = this.connections.find(this.joined.connectionId()).orElseThrow();
		return starts.start(connection,
				StartRequest.command(new JsonMapper().readTree(Samples.start(this.joined.typeId(), "app"))), null);
	}

	private List<OperationRequested> refreshes() {
		return this.samples.refreshes(this.joined.connectionId());
	}

	private void operator(String what) {
		Caller.Answer answer = this.samples.stranger()
			.operator()
			.post("/api/connections/" + this.joined.connectionId() + "/" + what, "");
		assertThat(answer.status()).isEqualTo(200);
	}

	private Caller.Answer start(String applicationId) {
		return this.joined.ashby().post("/ashby/assessment.start", Samples.start(this.joined.typeId(), applicationId));
	}

	private static UUID id(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return UUID.fromString(answer.json().path("results").path("assessment_id").asString());
	}

	private static String message(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(422);
		return answer.json().path("message").asString();
	}

}
