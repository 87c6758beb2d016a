package io.bgvbridge.gateway.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class OperationTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private Joined joined;

	private UUID assessmentId;

	@BeforeEach
	void start() {
		this.joined = this.samples.connect(this.vendor);
		this.assessmentId = UUID.fromString(this.joined.ashby()
			.post("/ashby/assessment.start", Samples.start(this.joined.typeId(), "app"))
			.json()
			.path("results")
			.path("assessment_id")
			.asString());
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@ParameterizedTest
	@CsvSource({ "refresh, REFRESH", "resend, RESEND_INVITE" })
	void asksForWhatCanBeDoneNow(String what, Operation operation) {
		Caller.Answer answer = act(what, "");
		assertThat(answer.status()).as(answer.text()).isEqualTo(202);
		assertThat(answer.json().path("assessmentId").asString()).isEqualTo(this.assessmentId.toString());
		OperationRequested requested = requested(1).getFirst();
		assertThat(requested.getOperation()).isEqualTo(operation);
		assertThat(requested.getConnectionId()).isEqualTo(this.joined.connectionId());
		assertThat(requested.getAssessmentId()).isEqualTo(this.assessmentId);
		assertThat(requested.getProviderReference()).isNull();
		assertThat(hops()).contains("operation.requested " + operation);
		assertThat(audit()).containsExactly("admin check." + what + " 202");
	}

	@Test
	void saysWhatBecameOfAnOrder() {
		park(Topics.VERIFICATION, WorkReason.OUTCOME_UNKNOWN, WorkOutcome.PARKED);
		assertThat(act("resolve", "{\"link\": \" 918273 \"}").status()).isEqualTo(202);
		assertThat(act("resolve", "{\"orderAgain\": true}").status()).isEqualTo(202);
		assertThat(requested(2)).extracting((event) -> event.getOperation() + " " + event.getProviderReference())
			.containsExactly("RESOLVE_LINK 918273", "RESOLVE_ORDER_AGAIN null");
		assertThat(audit()).containsExactly("admin check.resolve-link 202", "admin check.resolve-order-again 202");
	}

	@Test
	void saysItOnlyWhereSomebodyAsks() {
		String sentence = "Nobody asks";
		assertRefused(act("resolve", "{\"orderAgain\": true}"), sentence);
		park(Topics.VERIFICATION, WorkReason.OUTCOME_UNKNOWN, WorkOutcome.WAITING);
		assertRefused(act("resolve", "{\"orderAgain\": true}"), sentence);
		park(Topics.VERIFICATION, WorkReason.UNKNOWN_STATUS, WorkOutcome.PARKED);
		assertRefused(act("resolve", "{\"orderAgain\": true}"), sentence);
		park(Topics.SYNC, WorkReason.OUTCOME_UNKNOWN, WorkOutcome.PARKED);
		assertRefused(act("resolve", "{\"orderAgain\": true}"), sentence);
		assertThat(audit()).hasSize(4).containsOnly("admin check.resolve-order-again 409");
		assertThat(this.samples.<OperationRequested>published(this.assessmentId)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"link\": \"x\", \"orderAgain\": true}", "{\"orderAgain\": false}",
			"{\"link\": \"\"}", "{\"link\": \"a b\"}", "{\"link\": null}", "{\"link\": \"x\", \"orderAgain\": false}",
			"{\"reference\": \"x\"}", "{\"link\": {\"a\": 1}}" })
	void refusesAnythingElse(String body) {
		park(Topics.VERIFICATION, WorkReason.OUTCOME_UNKNOWN, WorkOutcome.PARKED);
		Caller.Answer answer = act("resolve", body);
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(act("resolve", "{\"link\": \"" + "x".repeat(201) + "\"}").status()).isEqualTo(400);
		assertThat(hops()).doesNotContain("operation.requested RESOLVE_LINK");
	}

	@ParameterizedTest
	@ValueSource(strings = { "refresh", "resend" })
	void refusesWhatMakesNoSenseForACheckThatHasEnded(String what) {
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 1, VerificationState.COMPLETED_CLEAR);
		assertRefused(act(what, ""), "has ended");
		assertThat(this.samples.<OperationRequested>published(this.assessmentId)).isEmpty();
	}

	@Test
	void invitesNobodyToWhatWasCancelledButLooksAtItAgain() {
		act("cancel", "");
		assertRefused(act("resend", ""), "has ended");
		assertThat(act("refresh", "").status()).isEqualTo(202);
	}

	@ParameterizedTest
	@ValueSource(strings = { "refresh", "resend", "resolve" })
	void knowsNoOtherChecksAndNoStrangers(String what) {
		String path = "/api/verifications/" + UUID.randomUUID() + "/" + what;
		String body = what.equals("resolve") ? "{\"orderAgain\": true}" : "";
		assertThat(this.samples.stranger().operator().post(path, body).status()).isEqualTo(404);
		assertThat(this.samples.stranger().post("/api/verifications/" + this.assessmentId + "/" + what, body).status())
			.isEqualTo(401);
	}

	private void park(String service, WorkReason reason, WorkOutcome outcome) {
		this.reports.waiting(this.joined.connectionId(), this.assessmentId, service, Instant.now(), reason, outcome);
	}

	private Caller.Answer act(String what, String body) {
		return this.samples.stranger().operator().post("/api/verifications/" + this.assessmentId + "/" + what, body);
	}

	private static void assertRefused(Caller.Answer answer, String sentence) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(409);
		assertThat(answer.json().path("detail").asString()).contains(sentence);
	}

	private List<OperationRequested> requested(int count) {
		return await().atMost(Duration.ofSeconds(20))
			.until(() -> this.samples.<OperationRequested>published(this.assessmentId),
					(events) -> events.size() == count);
	}

	private List<String> hops() {
		return this.samples.stranger()
			.operator()
			.get("/api/verifications/" + this.assessmentId)
			.json()
			.path("timeline")
			.valueStream()
			.map((hop) -> hop.path("hop").asString() + " " + hop.path("detail").asString())
			.toList();
	}

	private List<String> audit() {
		return this.jdbc.sql(
				"select operator || ' ' || action || ' ' || answer from audit where assessment_id = ? order by audit_id")
			.param(this.assessmentId)
			.query(String.class)
			.list();
	}

}
