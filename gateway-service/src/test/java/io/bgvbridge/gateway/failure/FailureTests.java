package io.bgvbridge.gateway.failure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.verification.Reports;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class FailureTests {

	/** Later than what other tests of the same database leave behind. */
	private static final Instant LATE = Instant.parse("2200-01-01T00:00:00Z");

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private Joined joined;

	@BeforeEach
	void connect() {
		this.jdbc.sql("delete from waiting").update();
		this.jdbc.sql("delete from dead_letter").update();
		this.jdbc.sql("update connection set status = 'LIVE' where status = 'FAILED'").update();
		this.jdbc.sql("update connection set provider_observation = null where provider_observation <> 'REACHABLE'")
			.update();
		this.jdbc.sql("update connection set ashby_observation = null where ashby_observation <> 'REACHABLE'").update();
		this.joined = this.samples.connect(this.vendor);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void listsWhatWaitsForSomebodyNewestFirst() {
		UUID parked = waits(1, Topics.VERIFICATION, WorkReason.OUTCOME_UNKNOWN, WorkOutcome.PARKED);
		UUID givenUp = waits(3, Topics.SYNC, WorkReason.REJECTED, WorkOutcome.GIVEN_UP);
		waits(4, Topics.VERIFICATION, WorkReason.UNAVAILABLE, WorkOutcome.WAITING);
		waits(5, Topics.VERIFICATION, WorkReason.UNAUTHORIZED, WorkOutcome.STOPPED);
		fail(LATE.plusSeconds(2));
		JsonNode all = list("");
		assertThat(all.path("next").isNull()).isTrue();
		assertThat(all.path("results")).hasSize(3);
		JsonNode first = all.path("results").get(0);
		assertThat(first.path("what").asString()).isEqualTo("verification");
		assertThat(first.path("assessmentId").asString()).isEqualTo(givenUp.toString());
		assertThat(first.path("outcome").asString()).isEqualTo("GIVEN_UP");
		assertThat(first.path("service").asString()).isEqualTo(Topics.SYNC);
		assertThat(first.path("kind").asString()).isEqualTo("order");
		assertThat(first.path("since").asString()).isEqualTo("2200-01-01T00:00:03Z");
		JsonNode connection = all.path("results").get(1);
		assertThat(connection.path("what").asString()).isEqualTo("connection");
		assertThat(connection.path("assessmentId").isNull()).isTrue();
		assertThat(connection.path("connectionId").asString()).isEqualTo(this.joined.connectionId().toString());
		assertThat(connection.path("reason").asString()).isEqualTo("UNAUTHORIZED");
		assertThat(connection.path("todo").asString()).contains("SpringVerify refused the API token", "PATCH");
		JsonNode last = all.path("results").get(2);
		assertThat(last.path("reason").asString()).isEqualTo("OUTCOME_UNKNOWN");
		assertThat(last.path("todo").asString()).contains("SpringVerify's portal",
				"/api/verifications/" + parked + "/resolve");
	}

	@Test
	void saysWhatCanBeDoneUnderIdsThatStay() {
		UUID parked = waits(1, Topics.VERIFICATION, WorkReason.OUTCOME_UNKNOWN, WorkOutcome.PARKED);
		UUID givenUp = waits(2, Topics.SYNC, WorkReason.REJECTED, WorkOutcome.GIVEN_UP);
		UUID ended = waits(3, Topics.VERIFICATION, WorkReason.NO_EVENT, WorkOutcome.PARKED);
		this.jdbc.sql("update assessment set closed_at = now(), origin = 'AUTO_START' where assessment_id = ?")
			.param(ended)
			.update();
		fail(LATE.plusSeconds(4));
		List<String> shown = new ArrayList<>();
		list("").path("results")
			.forEach((each) -> shown.add(each.path("id").asString() + " " + each.path("actions").toString()));
		assertThat(shown).containsExactly(this.joined.connectionId() + " [\"test\"]",
				ended + ".verification-service [\"refresh\",\"retry\"]", givenUp + ".sync-service [\"refresh\"]",
				parked + ".verification-service [\"resolve\"]");
	}

	@Test
	void showsALiveConnectionWhoseAshbyWorkIsStopped() {
		UUID stopped = waits(7, Topics.SYNC, WorkReason.UNAUTHORIZED, WorkOutcome.STOPPED);
		assertThat(list("").path("results")).as(stopped + " waits for its connection").isEmpty();
		this.jdbc
			.sql("update connection set status = 'LIVE', ashby_observation = 'UNAUTHORIZED' where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		JsonNode shown = list("").path("results");
		assertThat(shown).hasSize(1);
		assertThat(shown.get(0).path("outcome").asString()).isEqualTo("STOPPED");
		assertThat(shown.get(0).path("reason").asString()).isEqualTo("UNAUTHORIZED");
		assertThat(shown.get(0).path("since").asString()).isEqualTo("2200-01-01T00:00:07Z");
		assertThat(shown.get(0).path("todo").asString()).contains("Ashby refused the API key");
		this.jdbc.sql("update connection set status = 'DISABLED' where connection_id = ?")
			.param(this.joined.connectionId())
			.update();
		assertThat(list("").path("results")).isEmpty();
	}

	@Test
	void forgetsWhatGotOn() {
		UUID assessmentId = waits(1, Topics.VERIFICATION, WorkReason.UNKNOWN_STATUS, WorkOutcome.PARKED);
		this.jdbc.sql("update waiting set reported_at = '2030-01-01T12:00:00Z' where assessment_id = ?")
			.param(assessmentId)
			.update();
		assertThat(list("").path("results")).hasSize(1);
		this.reports.updated(this.joined.connectionId(), assessmentId, 5, VerificationState.IN_PROGRESS);
		assertThat(list("").path("results")).isEmpty();
	}

	@Test
	void goesThroughEverythingPageByPage() {
		List<String> expected = new ArrayList<>();
		for (int i = 1; i <= 5; i++) {
			// Several of the same time.
			expected.add(waits(i / 2, Topics.VERIFICATION, WorkReason.NO_EVENT, WorkOutcome.PARKED).toString());
		}
		fail(LATE.plusSeconds(1));
		expected.add(this.joined.connectionId().toString());
		List<String> seen = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = list("?limit=2" + cursor);
			page.path("results")
				.forEach((each) -> seen.add(each.path("assessmentId").isNull() ? each.path("connectionId").asString()
						: each.path("assessmentId").asString()));
			cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
		}
		while (!cursor.isEmpty());
		assertThat(seen).hasSize(6).containsExactlyInAnyOrderElementsOf(expected);
	}

	@ParameterizedTest
	@EnumSource(WorkReason.class)
	void saysWhatToDoForEveryReason(WorkReason reason) {
		waits(1, Topics.VERIFICATION, reason, WorkOutcome.PARKED);
		waits(1, Topics.SYNC, reason, WorkOutcome.GIVEN_UP);
		assertThat(list("").path("results")).hasSize(2)
			.allSatisfy(
					(each) -> assertThat(each.path("todo").asString()).hasSizeGreaterThan(30).doesNotContain("null"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=201", "?cursor=x", "?cursor=1_x_y",
			"?cursor=9999999999999999_00000000-0000-0000-0000-000000000000_" })
	void refusesWhatIsNoPage(String query) {
		assertThat(operator().get("/api/failures" + query).status()).isEqualTo(400);
	}

	@Test
	void needsTheOperatorsLogin() {
		assertThat(this.samples.stranger().get("/api/failures").status()).isEqualTo(401);
	}

	private void fail(Instant since) {
		this.jdbc.sql(
				"update connection set status = 'FAILED', provider_observation = 'UNAUTHORIZED', status_since = ?::timestamptz"
						+ " where connection_id = ?")
			.params(since.toString(), this.joined.connectionId())
			.update();
	}

	private UUID waits(int seconds, String service, WorkReason reason, WorkOutcome outcome) {
		UUID assessmentId = UUID.fromString(this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), "app-" + UUID.randomUUID()))
			.json()
			.path("results")
			.path("assessment_id")
			.asString());
		this.reports.waiting(this.joined.connectionId(), assessmentId, service, LATE.plusSeconds(seconds), reason,
				outcome);
		return assessmentId;
	}

	private JsonNode list(String query) {
		Caller.Answer answer = operator().get("/api/failures" + query);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
