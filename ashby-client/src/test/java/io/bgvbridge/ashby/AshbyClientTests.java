package io.bgvbridge.ashby;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class AshbyClientTests {

	private static final byte[] BODY = "{\"assessment_id\":\"a\"}".getBytes(StandardCharsets.UTF_8);

	private final AshbyStub ashby = new AshbyStub();

	private final AshbyClient client = new AshbyClient(new VendorHttp(Duration.ofSeconds(5)));

	@AfterEach
	void stop() {
		this.ashby.close();
	}

	@Test
	void callsTheWayAshbyDocuments() {
		this.ashby.answers(200, "accepted.json");
		this.client.update(this.ashby.access(), BODY);
		AshbyStub.Call call = this.ashby.call();
		assertThat(call.method()).isEqualTo("POST");
		assertThat(call.path()).isEqualTo("/ashby/assessment.update");
		assertThat(call.body()).isEqualTo(BODY);
		assertThat(call.headers().getFirst("Authorization"))
			.isEqualTo("Basic " + Base64.getEncoder().encodeToString("key_42:".getBytes(StandardCharsets.UTF_8)));
		assertThat(call.headers().get("Accept")).containsExactly("application/json; version=1");
		assertThat(call.headers().get("Content-Type")).containsExactly("application/json");
		assertThat(call.headers().getFirst("User-Agent")).startsWith("BGV-Bridge");
		assertThat(call.headers().get("Ashby-Version")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-01, 2026-01-01", "' ',", "," })
	void pinsTheVersionWhereThereIsOne(String version, String sent) {
		this.ashby.answers(200, "accepted.json");
		new AshbyClient(new VendorHttp(Duration.ofSeconds(5)), version).update(this.ashby.access(), BODY);
		assertThat(this.ashby.call().headers().getFirst("Ashby-Version")).isEqualTo(sent);
	}

	@Test
	void logsWarningsAsCodesOnly(CapturedOutput output) {
		this.ashby.answersOnce(200, """
				{"success":true,"results":{},"warnings":["unable_to_add_application_metadata","Adam Hart is gone"]}""");
		this.client.update(this.ashby.access(), BODY);
		assertThat(output).contains("warnings=[unable_to_add_application_metadata, unspecified]")
			.doesNotContain("Hart");
	}

	@Test
	void findsTheNamesOfTheCandidatesFiles() {
		this.ashby.answersOnce(200, """
				{"success":true,"results":{"id":"c","name":"Adam Hart","fileHandles":[
				{"id":"1","name":"cv.pdf","handle":"h"},{"id":"2","name":"bgv-report.pdf","handle":"i"}]}}""");
		assertThat(this.client.candidate(this.ashby.access(), "c").files()).containsExactly("cv.pdf", "bgv-report.pdf");
	}

	@Test
	void waitsAsLongAsAnOutageAsks() {
		this.ashby.answers(503, "");
		this.ashby.asksToWait("9");
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> this.client.update(this.ashby.access(), BODY))
			.satisfies((failure) -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(9)));
	}

	@ParameterizedTest
	@CsvSource({ "candidate.json, +91 98765 43210", "candidate-mobile.json, 9876543210", "candidate-no-phone.json," })
	void findsTheCandidatesPhone(String answer, String phone) {
		this.ashby.answers(200, answer);
		Candidate candidate = this.client.candidate(this.ashby.access(), "f9e52a51-a075-4116-a7b8-484deba69004");
		assertThat(candidate.phone()).isEqualTo(phone);
		assertThat(candidate.name()).isEqualTo("Adam Hart");
		assertThat(this.ashby.call().body()).asString().isEqualTo("{\"id\":\"f9e52a51-a075-4116-a7b8-484deba69004\"}");
	}

	@Test
	void findsNoCandidateWhereAshbyHasNone() {
		this.ashby.answers(200, "words-only.json");
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> this.client.candidate(this.ashby.access(), "x"));
		this.ashby.answers(200, "accepted.json");
		assertThatExceptionOfType(Unintelligible.class)
			.isThrownBy(() -> this.client.candidate(this.ashby.access(), "x"));
	}

	@Test
	void readsWhatTheKeyMayDo() {
		this.ashby.answers(200, "key-info.json");
		KeyInfo key = this.client.apiKeyInfo(this.ashby.access());
		assertThat(key.title()).isEqualTo("BGV");
		assertThat(key.scopes()).containsExactly("jobs:read", "candidates:read");
		assertThat(this.ashby.call().body()).asString().isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "missing-permission.json", "permission-in-words.json" })
	void takesKeyWithoutTheScopeAsAlive(String answer) {
		this.ashby.answers(403, answer);
		assertThat(this.client.apiKeyInfo(this.ashby.access()).scopes()).isNull();
	}

	@Test
	void takesWrongKeyAsDead() {
		this.ashby.answers(403, "key-wrong.json");
		assertThatExceptionOfType(Unauthorized.class).isThrownBy(() -> this.client.apiKeyInfo(this.ashby.access()));
	}

	@ParameterizedTest
	@CsvSource({ "200, invalid-input.json, invalid_input", "200, application-not-found.json, application_not_found",
			"200, codes-only.json, webhook_not_found", "200, words-only.json, entity_not_found",
			"200, personal-code.json, unspecified", "400, invalid-input.json, invalid_input",
			"400, accepted.json, unspecified", "404, '', 404", "404, cloudflare-1010.html, 404" })
	void takesRefusalsAsRejected(int status, String answer, String code) {
		this.ashby.answers(status, answer);
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> this.client.update(this.ashby.access(), BODY))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(code))
			.withMessage("rejected: " + code);
	}

	@Test
	void keepsAshbysWords() {
		this.ashby.answers(200, "words-only.json");
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> this.client.update(this.ashby.access(), BODY))
			.satisfies((failure) -> assertThat(failure.words()).isEqualTo("Assessment not found"));
	}

	@ParameterizedTest
	@CsvSource({ "401, key-wrong.json, unauthorized", "401, '', 401", "403, key-wrong.json, unauthorized",
			"403, missing-permission.json, missing_endpoint_permission",
			"403, permission-in-words.json, missing_endpoint_permission",
			"200, missing-permission.json, missing_endpoint_permission" })
	void takesRefusedKeyAsUnauthorized(int status, String answer, String code) {
		this.ashby.answers(status, answer);
		assertThatExceptionOfType(Unauthorized.class).isThrownBy(() -> this.client.update(this.ashby.access(), BODY))
			.withMessage("unauthorized: " + code);
	}

	@ParameterizedTest
	@CsvSource({ "200, rate-limit.json", "200, concurrent-limit.json", "403, rate-limit.json", "429, rate-limit.json",
			"429, ''" })
	void takesLimitsAsThrottled(int status, String answer) {
		this.ashby.answers(status, answer);
		this.ashby.asksToWait("7");
		assertThatExceptionOfType(Throttled.class).isThrownBy(() -> this.client.update(this.ashby.access(), BODY))
			.satisfies((failure) -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
	}

	@ParameterizedTest
	@CsvSource({ "500, ''", "502, cloudflare-1010.html", "408, ''" })
	void takesFailuresOfTheServerAsUnavailable(int status, String answer) {
		this.ashby.answers(status, answer);
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> this.client.update(this.ashby.access(), BODY))
			.satisfies((failure) -> assertThat(failure.sent()).isEqualTo(Sent.PERHAPS));
	}

	@Test
	void blamesTheEdgeAndNotTheKeyForItsRefusal() {
		this.ashby.answers(403, "cloudflare-1010.html");
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> this.client.update(this.ashby.access(), BODY))
			.satisfies((failure) -> assertThat(failure.sent()).isEqualTo(Sent.NO));
	}

	@ParameterizedTest
	@CsvSource({ "200, cloudflare-1010.html", "204, ''", "302, ''" })
	void takesAnythingElseAsUnintelligible(int status, String answer) {
		this.ashby.answers(status, answer);
		assertThatExceptionOfType(Unintelligible.class).isThrownBy(() -> this.client.update(this.ashby.access(), BODY));
	}

	@Test
	void tellsThatNothingWasSentWhereNobodyListens() {
		AshbyAccess access = this.ashby.access();
		this.ashby.close();
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> this.client.update(access, BODY))
			.satisfies((failure) -> assertThat(failure.sent()).isEqualTo(Sent.NO));
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 429, 500, 503 })
	void logsTheRequestIdOfFailuresToo(int status, CapturedOutput output) {
		this.ashby.answers(status, "");
		assertThatThrownBy(() -> this.client.update(this.ashby.access(), BODY)).isInstanceOf(VendorFailure.class);
		assertThat(output).contains("ashby.failed endpoint=assessment.update")
			.contains(" requestId=" + AshbyStub.REQUEST_ID);
	}

	@Test
	void logsNoRequestIdWithoutAnswer(CapturedOutput output) {
		AshbyAccess access = this.ashby.access();
		this.ashby.close();
		assertThatThrownBy(() -> this.client.update(access, BODY)).isInstanceOf(Unavailable.class);
		assertThat(output).contains(" requestId=- ");
	}

	@Test
	void logsTheRequestIdAndNothingPersonal(CapturedOutput output) {
		this.ashby.answers(200, "personal-code.json");
		assertThatThrownBy(() -> this.client.update(this.ashby.access(), BODY)).isInstanceOf(Rejected.class);
		assertThat(output).contains("endpoint=assessment.update status=200 requestId=" + AshbyStub.REQUEST_ID)
			.doesNotContain("Hart")
			.doesNotContain("key_42");
	}

	@Test
	void writesAnUpdateAsTheContractHasIt() {
		AssessmentUpdate update = new AssessmentUpdate(UUID.fromString("6f1c6c0e-3f0e-4a52-9f1f-0b2d9c1f7a10"),
				1794475860000L, DataValue.text("bgv-status", "Status", "Completed"),
				DataValue.link("bgv-profile", "Full report", "https://bgv.example.com/reports/6f1c"),
				DataValue.text("bgv-result", "Result", "Clear"), null,
				List.of(DataValue.text("bgv-provider", "Provider", "SpringVerify")));
		assertThat(new String(AshbyClient.body(update), StandardCharsets.UTF_8))
			.isEqualTo("{\"assessment_id\":\"6f1c6c0e-3f0e-4a52-9f1f-0b2d9c1f7a10\",\"timestamp\":1794475860000,"
					+ "\"assessment_status\":{\"identifier\":\"bgv-status\",\"label\":\"Status\",\"type\":\"string\",\"value\":\"Completed\"},"
					+ "\"assessment_profile_url\":{\"identifier\":\"bgv-profile\",\"label\":\"Full report\",\"type\":\"url\",\"value\":\"https://bgv.example.com/reports/6f1c\"},"
					+ "\"assessment_result\":{\"identifier\":\"bgv-result\",\"label\":\"Result\",\"type\":\"string\",\"value\":\"Clear\"},"
					+ "\"metadata\":[{\"identifier\":\"bgv-provider\",\"label\":\"Provider\",\"type\":\"string\",\"value\":\"SpringVerify\"}]}");
	}

	@Test
	void refusesUpdatesThatAshbyWouldRefuse() {
		UUID id = UUID.randomUUID();
		DataValue status = DataValue.text("bgv-status", "Status", "Completed");
		DataValue result = DataValue.text("bgv-result", "Result", "Clear");
		assertThatThrownBy(() -> new AssessmentUpdate(id, 1, null, null, null, null, List.of()))
			.hasMessageContaining("status");
		assertThatThrownBy(() -> new AssessmentUpdate(id, 1, status, null, result, null, List.of()))
			.hasMessageContaining("profile URL");
		assertThatThrownBy(() -> new AssessmentUpdate(id, 1, status, null, null, null, List.of(status)))
			.hasMessageContaining("unique");
	}

	@Test
	void hidesTheKey() {
		assertThat(new AshbyAccess(URI.create("https://api.ashbyhq.com"), "key_42").toString())
			.doesNotContain("key_42");
	}

}
