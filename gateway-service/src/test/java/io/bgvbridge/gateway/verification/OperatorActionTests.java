package io.bgvbridge.gateway.verification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.CancelOrigin;
import io.bgvbridge.schemas.RequestOrigin;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationCancelRequested;
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
class OperatorActionTests {

	private static final String RULE = "{\"stageTitle\": \"Pre-Screen\", \"packageKey\": \"12:34\"}";

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private Sealing sealing;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private final String applicationId = "app-" + UUID.randomUUID();

	private Joined joined;

	private UUID assessmentId;

	@BeforeEach
	void begin() {
		this.joined = this.samples.connect(this.vendor, RULE);
		this.samples.webhook(this.joined, Samples.stageChange(this.applicationId));
		this.assessmentId = UUID.fromString(checks().get(0).path("assessmentId").asString());
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void cancels() {
		assertThat(act(this.assessmentId, "cancel").status()).isEqualTo(202);
		List<VerificationCancelRequested> cancels = this.samples.published(this.assessmentId);
		assertThat(cancels).extracting(VerificationCancelRequested::getOrigin).containsExactly(CancelOrigin.OPERATOR);
		assertThat(view().path("closedAt").isNull()).isFalse();
		assertThat(view().path("timeline").get(1).path("hop").asString()).isEqualTo("operator.cancel accepted");
	}

	@Test
	void startsAnEndedCheckAgainAsANewOne() {
		end();
		UUID next = accepted(act(this.assessmentId, "retry"));
		assertThat(next).isNotEqualTo(this.assessmentId);
		List<VerificationRequested> requests = this.samples.published(next);
		VerificationRequested request = requests.getFirst();
		assertThat(request.getOrigin()).isEqualTo(RequestOrigin.AUTO_START);
		assertThat(request.getApplicationId()).isEqualTo(this.applicationId);
		assertThat(request.getCandidateId()).isEqualTo("cand-1111-2222-3333-4444");
		String person = new String(
				this.sealing.open(Topics.VERIFICATION_REQUESTED, next.toString(), Samples.bytes(request.getSealed())),
				StandardCharsets.UTF_8);
		assertThat(person).isEqualTo("{\"firstName\":\"Test\",\"lastName\":\"Candidate\","
				+ "\"email\":\"candidate@example.com\",\"phone\":null,\"packageName\":\"Package 12:34\"}");
		assertThat(accepted(act(this.assessmentId, "retry"))).as("asked twice").isEqualTo(next);
		assertThat(this.jdbc.sql("select assessment_id from auto_start where application_id = ?")
			.param(this.applicationId)
			.query(UUID.class)
			.single()).isEqualTo(next);
	}

	@Test
	void refusesToStartAgainWhatIsUnderWayOrARecruiters() {
		assertThat(refused(act(this.assessmentId, "retry"))).contains("under way");
		this.joined.ashby().post("/ashby/assessment.start", Samples.start(this.joined.typeId(), this.applicationId));
		end();
		assertThat(refused(act(this.assessmentId, "retry"))).isEqualTo("Start it again in Ashby.");
	}

	@Test
	void refusesToStartAgainForADeletedCandidateOrOverADisabledConnection() {
		end();
		operator().post("/api/connections/" + this.joined.connectionId() + "/disable", "");
		assertThat(refused(act(this.assessmentId, "retry"))).contains("switched off");
		operator().post("/api/connections/" + this.joined.connectionId() + "/enable", "");
		this.samples.webhook(this.joined, Samples.file("candidateDelete.json"));
		assertThat(refused(act(this.assessmentId, "retry"))).contains("erased");
	}

	@Test
	void knowsNoOtherChecks() {
		assertThat(act(UUID.randomUUID(), "cancel").status()).isEqualTo(404);
		assertThat(act(UUID.randomUUID(), "retry").status()).isEqualTo(404);
		assertThat(this.samples.stranger().post("/api/verifications/" + this.assessmentId + "/cancel", "").status())
			.isEqualTo(401);
	}

	@Test
	void followsAMergeAndForgetsWhoIsErased() {
		this.reports
			.take(Reports.update(this.joined.connectionId(), this.assessmentId, 2, VerificationState.IN_PROGRESS)
				.setCandidateId("survivor")
				.build());
		this.reports.take(Reports.update(this.joined.connectionId(), this.assessmentId, 1, VerificationState.INVITED)
			.setCandidateId("older")
			.build());
		assertThat(row("candidate_id")).isEqualTo("survivor");
		assertThat(row("(person is null)::text")).isEqualTo("false");
		this.reports.take(Reports.update(this.joined.connectionId(), this.assessmentId, 3, VerificationState.CANCELLED)
			.setErased(true)
			.setFinal$(true)
			.build());
		assertThat(row("candidate_id")).isEqualTo("survivor");
		assertThat(row("(person is null)::text")).isEqualTo("true");
	}

	private void end() {
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 9, VerificationState.FAILED_TO_START);
	}

	private String row(String column) {
		return this.jdbc.sql("select " + column + " from assessment where assessment_id = ?")
			.param(this.assessmentId)
			.query(String.class)
			.single();
	}

	private Caller.Answer act(UUID id, String what) {
		return operator().post("/api/verifications/" + id + "/" + what, "");
	}

	private static UUID accepted(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(202);
		return UUID.fromString(answer.json().path("assessmentId").asString());
	}

	private static String refused(Caller.Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(409);
		return answer.json().path("detail").asString();
	}

	private JsonNode checks() {
		return operator().get("/api/verifications?connectionId=" + this.joined.connectionId()).json().path("results");
	}

	private JsonNode view() {
		return operator().get("/api/verifications/" + this.assessmentId).json();
	}

	private Caller operator() {
		return this.samples.stranger().operator();
	}

}
