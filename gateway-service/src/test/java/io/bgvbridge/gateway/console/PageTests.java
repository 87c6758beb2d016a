package io.bgvbridge.gateway.console;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.gateway.Browser;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.operator.Somebody;
import io.bgvbridge.gateway.verification.Reports;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the pages show, and what their buttons do.
 */
@GatewayTest
class PageTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private final String applicationId = "app-" + UUID.randomUUID();

	private Joined joined;

	private Browser admin;

	private UUID assessmentId;

	@BeforeEach
	void begin() {
		this.joined = this.samples.connect(this.vendor);
		this.joined.ashby().post("/ashby/assessment.start", Samples.start(this.joined.typeId(), this.applicationId));
		this.assessmentId = this.jdbc.sql("select assessment_id from assessment where application_id = ?")
			.param(this.applicationId)
			.query(UUID.class)
			.single();
		this.admin = Browser.of(this.samples.stranger(), "admin", "secret");
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void everyPageRendersAndOnlyChecksNameTheirCandidates() {
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 3, VerificationState.COMPLETED_CLEAR);
		this.reports.delivered(this.joined.connectionId(), this.assessmentId, 3, true);
		this.reports.waiting(this.joined.connectionId(), this.assessmentId, Topics.SYNC,
				Instant.parse("2031-01-01T00:00:00Z"), WorkReason.REJECTED, WorkOutcome.GIVEN_UP);
		for (String path : pages()) {
			HttpResponse<String> page = this.admin.get(path);
			assertThat(page.statusCode()).as(path).isEqualTo(200);
			assertThat(page.body()).as(path)
				.contains("<h1", "<main", "lang=\"en\"")
				.doesNotContain(" style=", " onclick", "ashby-key", "sv-token", this.joined.token(),
						this.joined.callbackSecret());
			assertThat(page.body().contains("Asha")).as(path).isEqualTo(path.startsWith("/console/checks"));
		}
	}

	@Test
	void oneCheckSaysWhereItIsAndWhy() {
		this.reports.updated(this.joined.connectionId(), this.assessmentId, 1, VerificationState.INVITED);
		this.reports.waiting(this.joined.connectionId(), this.assessmentId, Topics.SYNC, Instant.now().plusSeconds(40),
				WorkReason.THROTTLED, WorkOutcome.WAITING);
		String page = check(this.admin);
		assertThat(page).contains("Invited", "Ashby says 429, next try in ", "assessment.start accepted",
				"https://app.ashbyhq.com/candidates/c-1", "/console/checks/" + this.assessmentId + "/cancel",
				"hx-trigger=\"every 2s\"");
		assertThat(page).doesNotContain("/reports/");
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 2, VerificationState.COMPLETED_CLEAR);
		assertThat(check(this.admin)).contains("/reports/" + this.assessmentId)
			.doesNotContain(this.assessmentId + "/cancel");
	}

	@Test
	void viewersSeeNoButtonsAndNoPagesOfAdministrators() {
		Browser viewer = Somebody.with(this.samples.stranger(), "viewer").browser();
		assertThat(check(viewer)).contains("Requested").doesNotContain(this.assessmentId + "/cancel");
		assertThat(viewer.get("/console/connections/" + this.joined.connectionId()).body()).doesNotContain("/rotate",
				"/disable");
		assertThat(viewer.get("/console").body()).doesNotContain("/console/accounts", "/console/audit");
		for (String path : List.of("/console/accounts", "/console/audit", "/console/connections/new")) {
			assertThat(viewer.get(path).statusCode()).as(path).isEqualTo(403);
		}
		forms()
			.forEach((path) -> assertThat(viewer.post(path, Map.of("what", "x")).statusCode()).as(path).isEqualTo(403));
	}

	@Test
	void operatorsActOnChecksAndMayNotChangeConnections() {
		Browser operator = Somebody.with(this.samples.stranger(), "operator").browser();
		assertThat(operator.follow("/console/checks/" + this.assessmentId + "/cancel", Map.of()).body())
			.contains("The check is being cancelled.", "operator.cancel accepted");
		assertThat(operator.follow("/console/checks/" + this.assessmentId + "/retry", Map.of()).body())
			.contains("Start it again in Ashby.");
		assertThat(operator.follow("/console/checks/" + this.assessmentId + "/resolve", Map.of("link", "x")).body())
			.contains("Nobody asks what became of an order");
		assertThat(
				operator.post("/console/connections/" + this.joined.connectionId() + "/disable", Map.of()).statusCode())
			.isEqualTo(403);
		assertThat(this.jdbc.sql("select action || ' ' || answer from audit where assessment_id = ? order by audit_id")
			.param(this.assessmentId)
			.query(String.class)
			.list()).containsExactly("check.cancel 202", "check.retry 409", "check.resolve-link 409");
	}

	@Test
	void theOverviewTellsHowEverythingStands() {
		String page = await().until(() -> this.admin.get("/console").body(),
				(body) -> !body.contains("still being counted"));
		assertThat(page).contains("Checks under way, by state: ", "Requested: ", "Checks under way, by age: ",
				"Up to a day: ", "median from start to result");
	}

	@Test
	void strangersAndFormsOfOthersAreRefused() {
		Browser stranger = new Browser(this.samples.stranger());
		for (String path : pages()) {
			assertThat(Browser.location(stranger.get(path))).as(path).isEqualTo("/console/login");
		}
		for (String path : forms()) {
			assertThat(this.admin.post(path, Map.of(), "").statusCode()).as(path).isEqualTo(403);
			assertThat(this.admin.post(path, Map.of(), "forged").statusCode()).as(path).isEqualTo(403);
			assertThat(stranger.post(path, Map.of(), "").statusCode()).as(path).isEqualTo(403);
		}
		assertThat(this.jdbc.sql("select count(*) from audit where assessment_id = ?")
			.param(this.assessmentId)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void whatIsNotThereIsAPage() {
		HttpResponse<String> page = this.admin.get("/console/checks/" + UUID.randomUUID());
		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("There is no such check.");
		assertThat(this.admin.get("/console/checks?state=NONSENSE").statusCode()).isEqualTo(400);
		assertThat(this.admin.get("/console/nothing").statusCode()).isEqualTo(404);
	}

	private String check(Browser browser) {
		return browser.get("/console/checks/" + this.assessmentId).body();
	}

	private List<String> pages() {
		return List.of("/console", "/console/checks", "/console/checks/" + this.assessmentId, "/console/failures",
				"/console/checks?q=" + this.applicationId + "&state=&connectionId=&provider=&olderThan=&cursor=",
				"/console/connections", "/console/connections/" + this.joined.connectionId(),
				"/console/connections/new", "/console/connections/new?kind=checkr", "/console/audit",
				"/console/accounts");
	}

	private List<String> forms() {
		String check = "/console/checks/" + this.assessmentId;
		String connection = "/console/connections/" + this.joined.connectionId();
		return List.of(check + "/refresh", check + "/resend", check + "/cancel", check + "/retry", check + "/resolve",
				"/console/connections", connection + "/enable", connection + "/disable", connection + "/rotate",
				connection + "/refresh-packages", "/console/accounts", "/console/accounts/somebody");
	}

}
