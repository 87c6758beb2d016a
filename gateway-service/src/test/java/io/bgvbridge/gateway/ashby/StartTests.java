package io.bgvbridge.gateway.ashby;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.connection.PackageReports;
import io.bgvbridge.gateway.verification.Reports;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationRequested;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class StartTests {

	private static final String START = "/ashby/assessment.start";

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private PackageReports packages;

	@Autowired
	private Sealing sealing;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("+91 98765 43210");

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void answersWithTheFirstUpdateAndPublishesTheRequest() {
		Instant before = Instant.now().minusMillis(1);
		JsonNode results = started(start("app"));
		UUID assessmentId = UUID.fromString(results.path("assessment_id").asString());
		assertThat(assessmentId.version()).isEqualTo(7);
		JsonNode update = results.path("update_request");
		VerificationRequested request = only(requests(assessmentId));
		assertThat(update.path("assessment_id").asString()).isEqualTo(assessmentId.toString());
		assertThat(update.path("timestamp").asLong()).isEqualTo(request.getStartedAt().toEpochMilli());
		assertThat(request.getStartedAt()).isBetween(before, Instant.now());
		assertThat(update.path("assessment_status").toString()).isEqualTo(
				"{\"identifier\":\"bgv-status\",\"label\":\"Status\",\"type\":\"string\",\"value\":\"Started\"}");
		assertThat(update.path("assessment_profile_url").toString())
			.isEqualTo("{\"identifier\":\"bgv-profile\",\"label\":\"Full report\",\"type\":\"url\","
					+ "\"value\":\"https://bgv.example.com/reports/" + assessmentId + "\"}");
		assertThat(request.getProvider()).isEqualTo("springverify");
		assertThat(request.getPackageKey()).isEqualTo("12:34");
		assertThat(request.getApplicationId()).isEqualTo("app");
		assertThat(request.getCandidateId()).isEqualTo("c-1");
		assertThat(person(request)).isEqualTo("{\"firstName\":\"Asha\",\"lastName\":\"Rao\","
				+ "\"email\":\"asha.rao@example.com\",\"phone\":\"+91 98765 43210\",\"packageName\":\"Package 12:34\"}");
	}

	@Test
	void keepsNoPersonalDataInClear() {
		started(start("app"));
		String rows = this.jdbc.sql("select a::text from assessment a where connection_id = ?")
			.param(this.joined.connectionId())
			.query(String.class)
			.single();
		assertThat(rows).contains("app").doesNotContain("Asha", "Rao", "example.com");
	}

	@Test
	void givesOneRowToFiftyEqualStarts() throws Exception {
		try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> answers = IntStream.range(0, 50)
				.mapToObj((i) -> together.submit(() -> started(start("same")).path("assessment_id").asString()))
				.toList();
			Set<String> ids = new HashSet<>();
			for (Future<String> answer : answers) {
				ids.add(answer.get());
			}
			assertThat(ids).hasSize(1);
			assertThat(requests(UUID.fromString(ids.iterator().next()))).hasSize(50)
				.extracting(VerificationRequested::getEventId)
				.doesNotHaveDuplicates();
		}
	}

	@Test
	void answersARepeatedStartWithTheLastKnownWords() {
		JsonNode first = started(start("app"));
		UUID assessmentId = UUID.fromString(first.path("assessment_id").asString());
		this.reports.updated(this.joined.connectionId(), assessmentId, 1, VerificationState.INVITED);
		assertThat(words(started(start("app")))).isEqualTo("Started");
		this.reports.updated(this.joined.connectionId(), assessmentId, 2, VerificationState.AWAITING_CANDIDATE);
		assertThat(words(started(start("app")))).as("the first answer may have been lost").isEqualTo("Started");
		this.reports.delivered(this.joined.connectionId(), assessmentId, 1, false);
		JsonNode again = started(start("app"));
		assertThat(again.path("assessment_id")).isEqualTo(first.path("assessment_id"));
		assertThat(again.path("update_request").path("timestamp"))
			.isEqualTo(first.path("update_request").path("timestamp"));
		assertThat(words(again)).isEqualTo("Awaiting candidate");
		this.reports.updated(this.joined.connectionId(), assessmentId, 3, VerificationState.BLOCKED,
				UpdateReason.NO_CREDITS);
		assertThat(words(started(start("app")))).isEqualTo("Blocked: no credits");
		assertThat(requests(assessmentId)).hasSize(5);
	}

	@Test
	void startsAnewOnceTheCheckIsFinal() {
		String first = started(start("app")).path("assessment_id").asString();
		this.reports.ended(this.joined.connectionId(), UUID.fromString(first), 1, VerificationState.COMPLETED_CLEAR);
		JsonNode second = started(start("app"));
		assertThat(second.path("assessment_id").asString()).isNotEqualTo(first);
		assertThat(words(second)).isEqualTo("Started");
	}

	@Test
	void repeatsACheckWhosePackageIsNotOfferedAnyMoreButStartsNone() {
		String first = started(start("app")).path("assessment_id").asString();
		this.packages.listed(this.joined.connectionId(), Instant.now().plusSeconds(1), "12:35");
		assertThat(started(start("app")).path("assessment_id").asString()).isEqualTo(first);
		assertThat(message(start("other"))).contains("not offered any more");
	}

	@Test
	void asksAshbyForThePhoneOfTheCandidate() {
		started(start("app"));
		assertThat(this.vendor.calls()).containsExactly("/candidate.info");
		assertThat(this.vendor.authorization()).isEqualTo("Basic YXNoYnkta2V5Og==");
	}

	@Test
	void asksForNoPhoneOfACheckThatIsUnderWay() {
		String first = started(start("app")).path("assessment_id").asString();
		this.vendor.answers(200, "{\"success\":true,\"results\":{\"id\":\"c\",\"name\":\"x\",\"phoneNumbers\":[]}}");
		assertThat(started(start("app")).path("assessment_id").asString()).isEqualTo(first);
		String sent = "\"additional_fields\": {\"phone\": \"%s\"}";
		started(this.joined.ashby().post(START, with(sent.formatted("098765 43211"))));
		started(this.joined.ashby().post(START, with(sent.formatted("12"))));
		assertThat(this.vendor.calls()).hasSize(1);
		assertThat(requests(UUID.fromString(first))).extracting(this::person)
			.satisfiesExactly((person) -> assertThat(person).contains("\"phone\":\"+91 98765 43210\""),
					(person) -> assertThat(person).contains("\"phone\":null"),
					(person) -> assertThat(person).contains("\"phone\":\"098765 43211\""),
					(person) -> assertThat(person).contains("\"phone\":null"));
	}

	@Test
	void prefersThePhoneThatCameAlong() {
		JsonNode results = started(
				this.joined.ashby().post(START, with("\"additional_fields\": {\"phone\": \"098765 43211\"}")));
		UUID assessmentId = UUID.fromString(results.path("assessment_id").asString());
		assertThat(person(only(requests(assessmentId)))).contains("\"phone\":\"098765 43211\"");
		assertThat(this.vendor.calls()).isEmpty();
	}

	@Test
	void tellsTheRecruiterAtOnceThatThePhoneIsMissing() {
		this.vendor.answers(200, "{\"success\":true,\"results\":{\"id\":\"c\",\"name\":\"x\",\"phoneNumbers\":[]}}");
		assertThat(message(start("app"))).contains("needs the candidate's phone number");
	}

	@Test
	void tellsTheRecruiterThatThePhoneCannotBeUsed() {
		this.vendor.answersCandidate("+1 415 555 0100");
		assertThat(message(start("app"))).contains("Indian mobile number");
		assertThat(message(this.joined.ashby().post(START, with("\"additional_fields\": {\"phone\": \"12\"}"))))
			.contains("Indian mobile number");
	}

	@Test
	void tellsTheRecruiterThatAshbyDoesNotKnowTheCandidate() {
		this.vendor.answers(200, "{\"success\":false,\"errors\":[\"candidate_not_found\"]}");
		assertThat(message(start("app"))).contains("does not find this candidate");
	}

	@Test
	void acceptsWithoutAPhoneWhileAshbyCannotTell() {
		acceptsWithoutPhone(this.vendor.answers(503, ""), "unavailable");
		acceptsWithoutPhone(this.vendor.answers(401, "{\"success\":false,\"errors\":[\"x\"]}"), "unauthorised");
		acceptsWithoutPhone(this.vendor.answers(200, "nonsense"), "unintelligible");
		acceptsWithoutPhone(this.vendor.answers(429, ""), "throttled");
		assertThat(this.vendor.calls()).hasSize(4);
		acceptsWithoutPhone(this.vendor.answersCandidate("9876543210"), "left-in-peace");
		assertThat(this.vendor.calls()).hasSize(4);
	}

	@Test
	void waitsForAshbyWithinItsBudgetOnly() {
		acceptsWithoutPhone(this.vendor.saysNothing(), "slow");
	}

	private void acceptsWithoutPhone(VendorStub trouble, String applicationId) {
		Caller.Answer answer = start(applicationId);
		UUID assessmentId = UUID.fromString(started(answer).path("assessment_id").asString());
		assertThat(person(only(requests(assessmentId)))).contains("\"phone\":null");
		assertThat(answer.took()).isLessThan(Duration.ofSeconds(3));
	}

	private Caller.Answer start(String applicationId) {
		return this.joined.ashby().post(START, Samples.start(this.joined.typeId(), applicationId));
	}

	private String with(String member) {
		return Samples.start(this.joined.typeId(), "app").replace("\"something\": {\"new\": true}", member);
	}

	private static JsonNode started(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.json().path("success").asBoolean()).isTrue();
		return answer.json().path("results");
	}

	private static String message(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(422);
		return answer.json().path("message").asString();
	}

	private static String words(JsonNode results) {
		return results.path("update_request").path("assessment_status").path("value").asString();
	}

	private List<VerificationRequested> requests(UUID assessmentId) {
		return this.samples.published(assessmentId);
	}

	private static <T> T only(List<T> values) {
		assertThat(values).hasSize(1);
		return values.getFirst();
	}

	private String person(VerificationRequested request) {
		return new String(this.sealing.open(Topics.VERIFICATION_REQUESTED, request.getAssessmentId().toString(),
				Samples.bytes(request.getSealed())), StandardCharsets.UTF_8);
	}

}
