package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.Worker;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How both sides of a connection are tested.
 */
@GatewayTest
class ConnectionTestTests {

	private static final String FINE = "{\"success\":true,\"results\":[]}";

	private static final String NO_SCOPE = "{\"success\":false,\"errors\":[\"missing_endpoint_permission\"]}";

	private static final String WRONG_KEY = "{\"success\":false,\"errorInfo\":{\"code\":\"unauthorized\",\"message\":\"x\"}}";

	@Autowired
	private Samples samples;

	@Autowired
	private Sides sides;

	@Autowired
	private Worker worker;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub ashby = new VendorStub();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.ashby);
	}

	@AfterEach
	void close() {
		this.ashby.close();
	}

	@Test
	void testsBothSidesOfANewConnection() {
		assertThat(test("ashby").path("state").asString()).isEqualTo("RUNNING");
		assertThat(test("provider").path("state").asString()).isEqualTo("RUNNING");
		assertThat(asked(1).getLast().getEventId()).isEqualTo(this.sides.testId(id()));
		this.ashby.answers(200, FINE);
		this.sides.testAshby(id());
		assertThat(this.ashby.calls()).containsExactly("/apiKey.info", "/candidate.search", "/candidate.createNote");
		assertThat(test("ashby").path("state").asString()).isEqualTo("PASSED");
		assertThat(view().path("status").asString()).isEqualTo("TESTING");
		provider(Observation.REACHABLE, this.sides.testId(id()));
		assertThat(test("provider").path("state").asString()).isEqualTo("PASSED");
		assertThat(view().path("status").asString()).isEqualTo("LIVE");
	}

	@Test
	void isDoneByTheWorker() {
		this.jdbc.sql("delete from work where subject_id <> ?").param(id()).update();
		this.ashby.answers(200, FINE);
		this.worker.stop();
		this.worker.start();
		await().atMost(Duration.ofSeconds(20)).until(() -> test("ashby").path("state").asString().equals("PASSED"));
	}

	@Test
	void namesTheScopesThatTheKeyLacks() {
		this.ashby.answers(403, NO_SCOPE);
		this.sides.testAshby(id());
		JsonNode test = test("ashby");
		assertThat(test.path("state").asString()).isEqualTo("FAILED");
		assertThat(test.path("missing").toString()).isEqualTo("[\"candidatesRead\",\"candidatesWrite\"]");
		assertThat(test.path("problem").asString())
			.startsWith("The key lacks the permissions 'Candidates: read' and 'Candidates: write'.");
		assertThat(view().path("status").asString()).isEqualTo("FAILED");
		assertThat(view().path("problem").asString()).isEqualTo(test.path("problem").asString());
	}

	@Test
	void saysThatTheKeyIsWrong() {
		this.ashby.answers(403, WRONG_KEY);
		this.sides.testAshby(id());
		assertThat(test("ashby").path("problem").asString()).startsWith("Ashby refused the API key: it is wrong");
		assertThat(this.ashby.calls()).containsExactly("/apiKey.info");
	}

	@Test
	void saysThatSomethingElseAnswers() {
		this.ashby.answers(404, "");
		this.sides.testAshby(id());
		assertThat(test("ashby").path("problem").asString()).contains("Correct ashby.baseUrl");
		provider(Observation.UNINTELLIGIBLE, this.sides.testId(id()));
		assertThat(test("provider").path("problem").asString()).contains("Correct provider.baseUrl");
	}

	@Test
	void goesOnAskingWhoDoesNotAnswer() {
		this.ashby.answers(503, "");
		assertThat(this.sides.testAshby(id())).isInstanceOf(Outcome.Later.class);
		provider(Observation.UNREACHABLE, this.sides.testId(id()));
		for (String side : List.of("ashby", "provider")) {
			assertThat(test(side).path("state").asString()).isEqualTo("RUNNING");
			assertThat(test(side).path("problem").asString()).contains("does not answer");
		}
		assertThat(view().path("status").asString()).isEqualTo("TESTING");
		this.ashby.answers(200, FINE);
		this.sides.testAshby(id());
		provider(Observation.REACHABLE, null);
		assertThat(test("ashby").path("state").asString()).isEqualTo("PASSED");
		assertThat(test("provider").path("state").asString()).isEqualTo("PASSED");
		assertThat(view().path("status").asString()).isEqualTo("LIVE");
	}

	@Test
	void staysLiveWhileItIsTestedAndTakesNoOlderAnswer() {
		this.sides.work(id());
		UUID first = this.sides.testId(id());
		Caller.Answer answer = operator().post(path() + "/test", "");
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.json().path("status").asString()).isEqualTo("LIVE");
		assertThat(answer.json().path("test").path("provider").path("state").asString()).isEqualTo("RUNNING");
		provider(Observation.REACHABLE, first);
		provider(Observation.REACHABLE, null);
		assertThat(test("provider").path("state").asString()).isEqualTo("RUNNING");
		provider(Observation.REJECTED, this.sides.testId(id()));
		assertThat(test("provider").path("state").asString()).isEqualTo("FAILED");
		provider(Observation.UNREACHABLE, this.sides.testId(id()));
		assertThat(test("provider").path("state").asString()).as("was answered already").isEqualTo("FAILED");
		assertThat(view().path("status").asString()).isEqualTo("FAILED");
		assertThat(asked(2)).hasSize(2);
	}

	@Test
	void testsNewerCredentialsAndThoseThatAreSwitchedOn() {
		UUID first = this.sides.testId(id());
		operator().patch(path(),
				"{\"name\": \"Other\", \"provider\": {\"portalUrl\": \"https://p.example.com/{reference}\"}}");
		assertThat(this.sides.testId(id())).isEqualTo(first);
		operator().patch(path(), "{\"ashby\": {\"apiKey\": \"newer\"}}");
		UUID second = this.sides.testId(id());
		assertThat(second).isNotEqualTo(first);
		operator().patch(path(), "{\"provider\": {\"baseUrl\": \"https://localhost/other\"}}");
		UUID third = this.sides.testId(id());
		assertThat(third).isNotEqualTo(second);
		operator().post(path() + "/disable", "");
		Caller.Answer refused = operator().post(path() + "/test", "");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text()).contains("switched off");
		operator().post(path() + "/enable", "");
		assertThat(this.sides.testId(id())).isNotEqualTo(third);
		assertThat(asked(4)).hasSize(4);
		assertThat(operator().post("/api/connections/" + UUID.randomUUID() + "/test", "").status()).isEqualTo(404);
	}

	private void provider(Observation observation, UUID testId) {
		this.sides.observe(id(), ConnectionSide.PROVIDER, 1, observation, testId);
	}

	private List<OperationRequested> asked(int count) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.<OperationRequested>published(id())
				.stream()
				.filter((operation) -> operation.getOperation() == Operation.TEST_CONNECTION)
				.toList(), (operations) -> operations.size() == count);
	}

	private UUID id() {
		return this.joined.connectionId();
	}

	private String path() {
		return "/api/connections/" + id();
	}

	private JsonNode view() {
		return operator().get(path()).json();
	}

	private JsonNode test(String side) {
		return view().path("test").path(side);
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
