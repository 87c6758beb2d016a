package io.bgvbridge.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
import io.bgvbridge.gateway.verification.Reports;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.AshbyAction;
import io.bgvbridge.schemas.AshbyWebhookReceived;
import io.bgvbridge.schemas.CancelledCheckOrigin;
import io.bgvbridge.schemas.RequestOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationCancelRequested;
import io.bgvbridge.schemas.VerificationRequested;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class AutoStartTests {

	private static final String RULE = "{\"stageTitle\": \" pre-screen \", \"packageKey\": \"12:34\"}";

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Sealing sealing;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private final String applicationId = "app-" + UUID.randomUUID();

	private Joined joined;

	@BeforeEach
	void connect() {
		this.joined = this.samples.connect(this.vendor, RULE);
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void startsACheckWithoutARecruiter() {
		move();
		JsonNode seen = only();
		UUID assessmentId = UUID.fromString(seen.path("assessmentId").asString());
		assertThat(seen.path("origin").asString()).isEqualTo("AUTO_START");
		assertThat(hops(assessmentId)).containsExactly("auto-start by rule");
		VerificationRequested request = requests(assessmentId).getFirst();
		assertThat(request.getOrigin()).isEqualTo(RequestOrigin.AUTO_START);
		assertThat(request.getApplicationId()).isEqualTo(this.applicationId);
		assertThat(request.getCandidateId()).isEqualTo("cand-1111-2222-3333-4444");
		assertThat(request.getAssessmentTypeId()).isEqualTo(this.joined.typeId());
		assertThat(person(request)).isEqualTo("{\"firstName\":\"Test\",\"lastName\":\"Candidate\","
				+ "\"email\":\"candidate@example.com\",\"phone\":\"5550001234\",\"packageName\":\"Package 12:34\"}");
		AshbyWebhookReceived told = told().getFirst();
		assertThat(told.getAction()).isEqualTo(AshbyAction.CANDIDATE_STAGE_CHANGE);
		assertThat(told.getStageId()).isEqualTo("stage-aaaa-bbbb-cccc-dddd");
		assertThat(told.toString()).doesNotContain("Test", "example.com", "5550001234");
	}

	@Test
	void publishesAgainForARedeliveryThatWasNotRemembered() {
		move();
		move();
		UUID assessmentId = UUID.fromString(only().path("assessmentId").asString());
		assertThat(requests(assessmentId)).hasSize(2);
	}

	@Test
	void dropsARedeliveryThatWasRemembered() {
		String body = Samples.stageChange(this.applicationId);
		this.samples.webhook(this.joined, body);
		this.samples.webhook(this.joined, body);
		assertThat(requests(UUID.fromString(only().path("assessmentId").asString()))).hasSize(1);
		assertThat(told()).hasSize(1);
	}

	@Test
	void healsACrashBeforeItWasRemembered() {
		String body = Samples.stageChange(this.applicationId);
		this.samples.webhook(this.joined, body);
		this.jdbc.sql("delete from inbox where event_id = ?").param(told().getFirst().getEventId()).update();
		this.samples.webhook(this.joined, body);
		assertThat(requests(UUID.fromString(only().path("assessmentId").asString()))).hasSize(2);
		assertThat(told()).hasSize(2)
			.extracting(AshbyWebhookReceived::getEventId)
			.containsOnly(told().getFirst().getEventId());
	}

	@Test
	void startsOneCheckForManyDeliveriesAtOnce() {
		try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
			IntStream.range(0, 20).forEach((i) -> together.submit(this::move));
		}
		assertThat(only().path("origin").asString()).isEqualTo("AUTO_START");
	}

	@Test
	void startsOneCheckForEachApplicationWhateverBecomesOfIt() {
		move();
		UUID assessmentId = UUID.fromString(only().path("assessmentId").asString());
		this.reports.ended(this.joined.connectionId(), assessmentId, 2, VerificationState.FAILED_TO_START);
		move();
		assertThat(requests(UUID.fromString(only().path("assessmentId").asString()))).hasSize(1);
		assertThat(told()).hasSize(1);
	}

	@Test
	void leavesARecruitersOpenCheckAlone() {
		UUID recruiters = UUID.fromString(start().path("results").path("assessment_id").asString());
		move();
		assertThat(only().path("assessmentId").asString()).isEqualTo(recruiters.toString());
		assertThat(only().path("origin").asString()).isEqualTo("RECRUITER");
		assertThat(requests(recruiters)).hasSize(1);
	}

	@Test
	void isTakenOverByARecruitersStart() {
		move();
		UUID assessmentId = UUID.fromString(only().path("assessmentId").asString());
		this.reports.updated(this.joined.connectionId(), assessmentId, 1, VerificationState.IN_PROGRESS);
		this.vendor.answers(200, "{\"success\":true,\"results\":{\"id\":\"c\",\"name\":\"x\",\"phoneNumbers\":[]}}");
		JsonNode results = start().path("results");
		assertThat(results.path("assessment_id").asString()).isEqualTo(assessmentId.toString());
		assertThat(this.vendor.calls()).as("what is under way needs no phone").isEmpty();
		assertThat(words(results)).isEqualTo("Started");
		assertThat(only().path("origin").asString()).isEqualTo("RECRUITER");
		assertThat(hops(assessmentId)).startsWith("auto-start by rule").contains("assessment.start accepted");
		assertThat(requests(assessmentId)).extracting(VerificationRequested::getOrigin)
			.containsExactly(RequestOrigin.AUTO_START, RequestOrigin.RECRUITER);
		assertThat(person(requests(assessmentId).getLast())).contains("Asha");
		this.reports.delivered(this.joined.connectionId(), assessmentId, 1, false);
		assertThat(words(start().path("results"))).isEqualTo("In progress");
		move();
		assertThat(requests(assessmentId)).hasSize(3);
	}

	@Test
	void isTakenOverOnceByManyStarts() throws Exception {
		move();
		UUID assessmentId = UUID.fromString(only().path("assessmentId").asString());
		try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<JsonNode>> starts = IntStream.range(0, 20)
				.mapToObj((i) -> together.submit(this::start))
				.toList();
			for (Future<JsonNode> start : starts) {
				assertThat(start.get().path("results").path("assessment_id").asString())
					.isEqualTo(assessmentId.toString());
			}
		}
		assertThat(requests(assessmentId)).hasSize(21)
			.filteredOn((request) -> request.getOrigin() == RequestOrigin.AUTO_START)
			.hasSize(1);
		assertThat(hops(assessmentId)).containsExactly("auto-start by rule", "assessment.start accepted");
	}

	@Test
	void isCancelledAsWhatItIs() {
		move();
		String assessmentId = only().path("assessmentId").asString();
		operator().post("/api/verifications/" + assessmentId + "/cancel", "");
		assertThat(this.samples.<VerificationCancelRequested>published(assessmentId))
			.extracting(VerificationCancelRequested::getCheckOrigin)
			.containsExactly(CancelledCheckOrigin.AUTO_START);
	}

	@ParameterizedTest
	@CsvSource({ "Madonna, Madonna, ''", "Ana Maria de Souza, Ana Maria de, Souza", "'  Li   Wei ', Li, Wei" })
	void readsANameInOnePiece(String name, String first, String last) {
		this.samples.webhook(this.joined, Samples.stageChange(this.applicationId).replace("Test Candidate", name));
		assertThat(person(requests(UUID.fromString(only().path("assessmentId").asString())).getFirst()))
			.contains("\"firstName\":\"" + first + "\",\"lastName\":\"" + last + "\"");
	}

	@Test
	void leavesWhatIsMissingToTheVerificationService() {
		this.samples.webhook(this.joined,
				Samples.stageChange(this.applicationId)
					.replace("primaryPhoneNumber", "x")
					.replace("candidate@example.com", "none"));
		assertThat(person(requests(UUID.fromString(only().path("assessmentId").asString())).getFirst()))
			.contains("\"email\":\"\",\"phone\":null");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"onHire\": true, \"packageKey\": \"12:34\"} | candidateHire.json",
			"{\"stageId\": \"stage-aaaa-bbbb-cccc-dddd\", \"packageKey\": \"12:34\"} | candidateStageChange.json" })
	void followsTheOtherConditionsToo(String rule, String file) {
		this.joined = this.samples.connect(this.vendor, rule);
		assertThat(this.samples.webhook(this.joined, Samples.file(file)).status()).isEqualTo(200);
		assertThat(only().path("applicationId").asString()).isEqualTo("app-9999-8888-7777-6666");
	}

	private void move() {
		Caller.Answer answer = this.samples.webhook(this.joined, Samples.stageChange(this.applicationId));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
	}

	private JsonNode start() {
		return this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), this.applicationId))
			.json();
	}

	private static String words(JsonNode results) {
		return results.path("update_request").path("assessment_status").path("value").asString();
	}

	private JsonNode only() {
		assertThat(checks()).hasSize(1);
		return checks().get(0);
	}

	private JsonNode checks() {
		return operator().get("/api/verifications?connectionId=" + this.joined.connectionId()).json().path("results");
	}

	private List<String> hops(UUID assessmentId) {
		return operator().get("/api/verifications/" + assessmentId)
			.json()
			.path("timeline")
			.valueStream()
			.map((hop) -> hop.path("hop").asString())
			.toList();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

	private List<VerificationRequested> requests(UUID assessmentId) {
		return this.samples.published(assessmentId);
	}

	private List<AshbyWebhookReceived> told() {
		return this.samples.published(this.applicationId);
	}

	private String person(VerificationRequested request) {
		return new String(this.sealing.open(Topics.VERIFICATION_REQUESTED, request.getAssessmentId().toString(),
				Samples.bytes(request.getSealed())), StandardCharsets.UTF_8);
	}

}
