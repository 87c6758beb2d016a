package io.bgvbridge.gateway.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class ReadModelTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private Joined joined;

	private UUID assessmentId;

	@BeforeEach
	void start() {
		this.joined = this.samples.connect(this.vendor);
		this.assessmentId = start("app");
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void showsACheckBeforeAnythingIsReported() {
		JsonNode seen = view();
		assertThat(seen.path("state").asString()).isEqualTo("REQUESTED");
		assertThat(seen.path("connectionId").asString()).isEqualTo(this.joined.connectionId().toString());
		assertThat(seen.path("assessmentTypeId").asString()).isEqualTo(this.joined.typeId().toString());
		assertThat(seen.path("applicationId").asString()).isEqualTo("app");
		assertThat(seen.path("provider").asString()).isEqualTo("springverify");
		assertThat(seen.path("revision").asLong()).isZero();
		assertThat(seen.path("final").asBoolean(true)).isFalse();
		assertThat(seen.has("ashby") && seen.path("ashby").isNull()).isTrue();
		assertThat(seen.has("wait") && seen.path("wait").isNull()).isTrue();
		assertThat(seen.path("closedAt").isNull()).isTrue();
		assertThat(hops(seen)).containsExactly("assessment.start accepted");
	}

	@Test
	void showsTheNewestRevisionAndEveryRevisionOnce() {
		VerificationUpdated third = update(3, VerificationState.IN_PROGRESS);
		this.reports.take(third);
		this.reports.take(third);
		this.reports.take(update(3, VerificationState.IN_PROGRESS));
		this.reports.take(update(2, VerificationState.INVITED));
		JsonNode seen = view();
		assertThat(seen.path("state").asString()).isEqualTo("IN_PROGRESS");
		assertThat(seen.path("revision").asLong()).isEqualTo(3);
		assertThat(seen.path("attempt").asInt()).isEqualTo(1);
		assertThat(seen.path("providerReference").asString()).isEqualTo("918273");
		assertThat(hops(seen)).containsExactly("assessment.start accepted", "verification.updated INVITED 2",
				"verification.updated IN_PROGRESS 3");
	}

	@Test
	void showsWhatAshbyHas() {
		this.reports.take(update(1, VerificationState.COMPLETED_CLEAR));
		this.reports.delivered(this.joined.connectionId(), this.assessmentId, 1, true);
		this.reports.delivered(this.joined.connectionId(), this.assessmentId, 2, false);
		JsonNode ashby = view().path("ashby");
		assertThat(ashby.path("revision").asLong()).isEqualTo(2);
		assertThat(ashby.path("resultSent").asBoolean()).as("once sent, sent").isTrue();
		assertThat(ashby.path("deliveredAt").asString()).isEqualTo("2030-01-01T12:02:01Z");
		assertThat(hops(view())).contains("ashby.updated null 1");
	}

	@Test
	void showsAWaitUntilItsServiceGetsOn() {
		waiting(Topics.VERIFICATION, 1, 3);
		waiting(Topics.VERIFICATION, 1, 2);
		assertThat(view().path("wait").path("service").asString()).isEqualTo(Topics.VERIFICATION);
		assertThat(view().path("wait").path("kind").asString()).isEqualTo("order");
		assertThat(view().path("wait").path("reason").asString()).isEqualTo("UNAVAILABLE");
		assertThat(view().path("wait").path("outcome").asString()).isEqualTo("WAITING");
		assertThat(view().path("wait").path("nextTryAt").asString()).isEqualTo("2030-01-01T12:02:00Z");
		this.reports.delivered(this.joined.connectionId(), this.assessmentId, 2, false);
		assertThat(view().path("wait").isNull()).as("another service's progress").isFalse();
		this.reports.take(update(2, VerificationState.INVITED));
		assertThat(view().path("wait").isNull()).isTrue();
		waiting(Topics.VERIFICATION, 1, 4);
		assertThat(view().path("wait").isNull()).as("older than the progress").isTrue();
		assertThat(hops(view())).contains("work.waiting null null");
	}

	@Test
	void closesTheRowWithTheNewestRevisionOnly() {
		this.reports.take(update(5, VerificationState.DISPUTED));
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 4, VerificationState.COMPLETED_CLEAR);
		assertThat(view().path("closedAt").isNull()).isTrue();
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 6, VerificationState.COMPLETED_REVIEW);
		assertThat(view().path("closedAt").asString()).isEqualTo("2030-01-01T12:06:00Z");
		assertThat(view().path("final").asBoolean()).isTrue();
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 7, VerificationState.COMPLETED_REVIEW);
		assertThat(view().path("closedAt").asString()).isEqualTo("2030-01-01T12:06:00Z");
	}

	@ParameterizedTest
	@EnumSource(VerificationOutcome.class)
	void passesEveryOutcomeOnInItsOwnWord(VerificationOutcome outcome) {
		this.reports
			.take(Reports.update(this.joined.connectionId(), this.assessmentId, 1, VerificationState.COMPLETED_REVIEW)
				.setOutcome(outcome)
				.build());
		assertThat(view().path("outcome").asString()).isEqualTo(outcome.name());
		assertThat(view().path("state").asString()).isEqualTo("COMPLETED_REVIEW");
	}

	@ParameterizedTest
	@EnumSource(VerificationState.class)
	void knowsEveryState(VerificationState state) {
		this.reports.take(update(1, state));
		assertThat(view().path("state").asString()).isEqualTo(state.name());
	}

	@Test
	void tellsUnknownFromMalformed() {
		assertThat(operator().get("/api/verifications/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(operator().get("/api/verifications/not-an-id").status()).isEqualTo(400);
		assertThat(operator().get("/api/verifications?state=NONE").status()).isEqualTo(400);
		assertThat(operator().get("/api/verifications?limit=0").status()).isEqualTo(400);
		assertThat(this.samples.stranger().get("/api/verifications/" + this.assessmentId).status()).isEqualTo(401);
	}

	@Test
	void listsPageByPageNewestFirst() {
		List<String> started = new ArrayList<>(List.of(this.assessmentId.toString()));
		for (int i = 0; i < 4; i++) {
			started.addFirst(start("app-" + i).toString());
		}
		List<String> seen = new ArrayList<>();
		String query = "?limit=2&connectionId=" + this.joined.connectionId();
		JsonNode page = operator().get("/api/verifications" + query).json();
		page.path("results").forEach((result) -> seen.add(result.path("assessmentId").asString()));
		while (!page.path("next").isNull()) {
			page = operator().get("/api/verifications" + query + "&cursor=" + page.path("next").asString()).json();
			page.path("results").forEach((result) -> seen.add(result.path("assessmentId").asString()));
		}
		assertThat(seen).isEqualTo(started);
		this.reports.take(update(1, VerificationState.ON_HOLD));
		JsonNode held = operator().get("/api/verifications" + query + "&state=ON_HOLD").json();
		assertThat(held.path("results")).hasSize(1);
		assertThat(held.path("results").get(0).has("timeline")).isFalse();
	}

	private UUID start(String applicationId) {
		return UUID.fromString(this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), applicationId))
			.json()
			.path("results")
			.path("assessment_id")
			.asString());
	}

	private VerificationUpdated update(long revision, VerificationState state) {
		return Reports.update(this.joined.connectionId(), this.assessmentId, revision, state).build();
	}

	private void waiting(String service, long minute, int attempt) {
		this.reports.waiting(this.joined.connectionId(), this.assessmentId, service, Reports.at(minute), attempt);
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

	private JsonNode view() {
		return operator().get("/api/verifications/" + this.assessmentId).json();
	}

	private static List<String> hops(JsonNode view) {
		return view.path("timeline")
			.valueStream()
			.map((hop) -> hop.path("hop").asString().startsWith("assessment") ? hop.path("hop").asString()
					: hop.path("hop").asString() + " " + hop.path("state").asString("null") + " "
							+ hop.path("revision").asString("null"))
			.toList();
	}

}
