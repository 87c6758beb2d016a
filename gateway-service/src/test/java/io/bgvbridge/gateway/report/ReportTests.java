package io.bgvbridge.gateway.report;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.Caller;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.messaging.sealing.CallTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class ReportTests {

	@Autowired
	private Samples samples;

	@Autowired
	private VendorStub verificationService;

	@Autowired
	private CallTokens tokens;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub ashby = new VendorStub().answersCandidate("9876543210");

	private String assessmentId;

	@BeforeEach
	void start() {
		Joined joined = this.samples.connect(this.ashby);
		this.assessmentId = joined.ashby()
			.post("/ashby/assessment.start", Samples.start(joined.typeId(), "app"))
			.json()
			.path("results")
			.path("assessment_id")
			.asString();
	}

	@AfterEach
	void close() {
		this.ashby.close();
	}

	@Test
	void passesTheReportOnUnderATokenForIt() {
		byte[] pdf = "%PDF-1.7 report".getBytes();
		this.verificationService.answers(200, "application/pdf", pdf);
		Caller.Answer report = open();
		assertThat(report.status()).isEqualTo(200);
		assertThat(report.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(report.header("Cache-Control")).contains("no-store");
		assertThat(report.http().body()).isEqualTo(pdf);
		assertThat(this.verificationService.calls()).contains("/reports/" + this.assessmentId);
		String token = this.verificationService.authorization().substring("Bearer ".length());
		assertThat(this.tokens.opens(token, "report", this.assessmentId)).isTrue();
		assertThat(this.tokens.opens(token, "report", UUID.randomUUID().toString())).isFalse();
		assertThat(audit()).containsExactly("admin report.open 200");
	}

	@ParameterizedTest
	@CsvSource({ "404, 404", "503, 503", "429, 503", "500, 502", "401, 502", "302, 502" })
	void saysWhyThereIsNone(int there, int here) {
		this.verificationService.answers(there, "{}");
		Caller.Answer answer = open();
		assertThat(answer.status()).isEqualTo(here);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().path("detail").asString()).isNotBlank();
		assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(here != 503);
		assertThat(audit()).containsExactly("admin report.open " + here);
	}

	@Test
	void passesNothingOnButPdfOfAModestSize() {
		this.verificationService.answers(200, "text/html", "<script>".getBytes());
		assertThat(open().status()).isEqualTo(502);
		this.verificationService.answers(200, "application/pdf", new byte[200 * 1024]);
		assertThat(open().status()).isEqualTo(502);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://dashboard.checkr.com/reports/1?a=b#c", "http://localhost:8090/stackone/r/1" })
	void sendsTheBrowserToTheProvidersOwnPage(String page) {
		this.verificationService.redirects(303, page);
		Caller.Answer answer = open();
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.header("Location")).isEqualTo(page);
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.text()).isEmpty();
		assertThat(audit()).containsExactly("admin report.open 303");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "javascript:alert(1)", "data:text/html,x", "/reports/2", "//evil.example.com/x",
			"https://user:pass@dashboard.checkr.com/", "file:///etc/passwd", "https:nothing", "ht tp://x",
			"ftp://dashboard.checkr.com/x", "javascript://dashboard.checkr.com/%0aalert(1)" })
	void sendsTheBrowserNowhereElse(String page) {
		this.verificationService.redirects(303, page);
		Caller.Answer answer = open();
		assertThat(answer.status()).isEqualTo(502);
		assertThat(answer.header("Location")).isEmpty();
		assertThat(audit()).containsExactly("admin report.open 502");
	}

	@Test
	void waitsForItsTimeOnly() {
		this.verificationService.saysNothing();
		assertThat(open().status()).isEqualTo(503);
	}

	@Test
	void needsTheOperatorsLoginAndAKnownCheck() {
		assertThat(this.samples.stranger().get("/reports/" + this.assessmentId).status()).isEqualTo(401);
		assertThat(this.samples.stranger().operator().get("/reports/" + UUID.randomUUID()).status()).isEqualTo(404);
		assertThat(this.samples.stranger().operator().get("/reports/x").status()).isEqualTo(400);
		assertThat(audit()).isEmpty();
	}

	private Caller.Answer open() {
		return this.samples.stranger().operator().get("/reports/" + this.assessmentId);
	}

	private List<String> audit() {
		return this.jdbc.sql("select operator || ' ' || action || ' ' || answer from audit where assessment_id = ?")
			.param(UUID.fromString(this.assessmentId))
			.query(String.class)
			.list();
	}

}
