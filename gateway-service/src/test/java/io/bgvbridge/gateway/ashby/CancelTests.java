package io.bgvbridge.gateway.ashby;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.verification.Reports;
import io.bgvbridge.schemas.CancelOrigin;
import io.bgvbridge.schemas.CancelledCheckOrigin;
import io.bgvbridge.schemas.VerificationCancelRequested;
import io.bgvbridge.schemas.VerificationState;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class CancelTests {

	private static final String CANCEL = "/ashby/assessment.cancel";

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private MockProducer<String, byte[]> kafka;

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
		this.kafka.sendException = null;
		this.vendor.close();
	}

	@Test
	void publishesTheCancelAndClosesTheRow() {
		Caller.Answer answer = cancel(this.assessmentId.toString());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text())
			.isEqualTo("{\"success\":true,\"results\":{\"assessment_id\":\"" + this.assessmentId + "\"}}");
		VerificationCancelRequested cancel = cancels().getFirst();
		assertThat(cancel.getOrigin()).isEqualTo(CancelOrigin.ASHBY);
		assertThat(cancel.getCheckOrigin()).isEqualTo(CancelledCheckOrigin.RECRUITER);
		assertThat(cancel.getConnectionId()).isEqualTo(this.joined.connectionId());
		assertThat(cancel.getApplicationId()).isEqualTo("app");
		assertThat(cancel.getCandidateId()).isEqualTo("c-1");
		assertThat(cancel.getAssessmentTypeId()).isEqualTo(this.joined.typeId());
		assertThat(cancel.getProvider()).isEqualTo("springverify");
		assertThat(cancel.getPackageKey()).isEqualTo("12:34");
		assertThat(view().path("closedAt").isNull()).isFalse();
		assertThat(view().path("startedAt").asString()).isEqualTo(cancel.getStartedAt().toString());
		assertThat(view().path("timeline").valueStream().map((hop) -> hop.path("hop").asString()))
			.containsExactly("assessment.start accepted", "assessment.cancel accepted");
	}

	@Test
	void makesTheNextStartANewAttempt() {
		cancel(this.assessmentId.toString());
		assertThat(start("app")).isNotEqualTo(this.assessmentId);
	}

	@Test
	void repeatsACancelAsOftenAsAshbyDoes() {
		String first = cancel(this.assessmentId.toString()).text();
		assertThat(cancel(this.assessmentId.toString()).text()).isEqualTo(first);
		assertThat(cancels()).extracting(VerificationCancelRequested::getEventId).hasSize(2).doesNotHaveDuplicates();
	}

	@Test
	void acceptsTheCancelOfACompletedCheck() {
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 3, VerificationState.COMPLETED_CLEAR);
		assertThat(cancel(this.assessmentId.toString()).status()).isEqualTo(200);
		assertThat(view().path("state").asString()).isEqualTo("COMPLETED_CLEAR");
	}

	@Test
	void acceptsItOverADisabledConnection() {
		this.samples.stranger().operator().post("/api/connections/" + this.joined.connectionId() + "/disable", "");
		assertThat(cancel(this.assessmentId.toString()).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11", "pkg_456", "zzzzzzzz-1111-1111-1111-111111111111" })
	void knowsNoOtherIds(String id) {
		assertNotFound(cancel(id));
	}

	@Test
	void knowsNoIdsOfOtherConnections() {
		Joined other = this.samples.connect(this.vendor);
		assertNotFound(other.ashby().post(CANCEL, body(this.assessmentId.toString())));
		assertThat(cancels()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"assessment_id\": null}", "{\"assessment_id\": 7}", "[]" })
	void refusesABodyThatNamesNone(String body) {
		Caller.Answer answer = this.joined.ashby().post(CANCEL, body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().path("errorInfo").path("code").asString()).isEqualTo("invalid_input");
	}

	@Test
	void leavesTheRowOpenWhileKafkaDoesNotAcknowledge() {
		this.kafka.sendException = new TimeoutException("no broker");
		Caller.Answer answer = cancel(this.assessmentId.toString());
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isNotBlank();
		this.kafka.sendException = null;
		assertThat(view().path("closedAt").isNull()).isTrue();
	}

	private static void assertNotFound(Caller.Answer answer) {
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.json().path("success").asBoolean(true)).isFalse();
		assertThat(answer.json().path("errorInfo").path("code").asString()).isEqualTo("assessment_not_found");
	}

	private UUID start(String applicationId) {
		return UUID.fromString(this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), applicationId))
			.json()
			.path("results")
			.path("assessment_id")
			.asString());
	}

	private Caller.Answer cancel(String id) {
		return this.joined.ashby().post(CANCEL, body(id));
	}

	private static String body(String id) {
		return Samples.file("assessment.cancel.json").replace("7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11", id);
	}

	private List<VerificationCancelRequested> cancels() {
		return this.samples.published(this.assessmentId);
	}

	private JsonNode view() {
		return this.samples.stranger().operator().get("/api/verifications/" + this.assessmentId).json();
	}

}
