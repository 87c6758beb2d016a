package io.bgvbridge.gateway.console;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.gateway.Browser;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.bgvbridge.gateway.failure.Letters;
import io.bgvbridge.gateway.operator.Somebody;
import io.bgvbridge.gateway.verification.Reports;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How candidates are shown, found and erased, and dead letters sent back.
 */
@GatewayTest
class CandidatePageTests {

	@Autowired
	private Samples samples;

	@Autowired
	private Reports reports;

	@Autowired
	private Letters letters;

	@Autowired
	private JdbcClient jdbc;

	private final VendorStub vendor = new VendorStub().answersCandidate("9876543210");

	private final String lastName = "Q" + UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "x");

	private Joined joined;

	private Browser admin;

	private UUID assessmentId;

	@BeforeEach
	void begin() {
		this.joined = this.samples.connect(this.vendor);
		this.assessmentId = UUID.fromString(this.joined.ashby()
			.post("/ashby/assessment.start",
					Samples.start(this.joined.typeId(), "app-" + UUID.randomUUID()).replace("Rao", this.lastName))
			.json()
			.path("results")
			.path("assessment_id")
			.asString());
		this.admin = Browser.of(this.samples.stranger(), "admin", "secret");
	}

	@AfterEach
	void close() {
		this.vendor.close();
	}

	@Test
	void findsByNameAndKeepsTheNameOutOfAddresses() {
		HttpResponse<String> sent = this.admin.post("/console/checks/search",
				Map.of("q", this.lastName, "state", "REQUESTED", "provider", "", "olderThan", "PT0S"));
		String address = Browser.location(sent);
		assertThat(address).startsWith("/console/checks?")
			.contains("search=", "state=REQUESTED")
			.doesNotContain(this.lastName, "q=", "provider");
		HttpResponse<String> page = this.admin.get(address);
		assertThat(page.body()).contains("Asha " + this.lastName, "asha.rao@example.com", this.assessmentId.toString(),
				"hx-trigger=\"every 5s\"", "value=\"" + this.lastName + "\"");
		assertThat(poll(page.body())).contains("search=", "state=REQUESTED").doesNotContain(this.lastName);
		assertThat(this.admin.get(poll(page.body())).body()).contains(this.assessmentId.toString());
		HttpResponse<String> none = this.admin.follow("/console/checks/search", Map.of("q", "Nobody" + this.lastName));
		assertThat(none.body()).contains("No check is like that.");
		assertThat(Browser.location(this.admin.post("/console/checks/search", Map.of("q", " ", "state", ""))))
			.isEqualTo("/console/checks");
	}

	@Test
	void asksAgainWhereTheSessionHasEnded() {
		String address = Browser
			.location(this.admin.post("/console/checks/search", Map.of("q", this.lastName, "state", "REQUESTED")));
		Browser later = Browser.of(this.samples.stranger(), "admin", "secret");
		assertThat(later.get(address).body()).contains("has ended with an earlier session")
			.doesNotContain(this.assessmentId.toString());
		for (int i = 0; i < 20; i++) {
			this.admin.post("/console/checks/search", Map.of("q", "other" + i));
		}
		assertThat(this.admin.get(address).body()).contains("has ended");
	}

	@Test
	void erasesOnlyWhatIsMeant() {
		String path = "/console/checks/" + this.assessmentId;
		assertThat(this.admin.get(path).body()).contains("Asha " + this.lastName, path + "/erase", "I mean it");
		assertThat(this.admin.follow(path + "/erase", Map.of()).body()).contains("Nothing was erased",
				"Asha " + this.lastName);
		assertThat(this.admin.follow(path + "/erase", Map.of("confirmed", "true")).body())
			.contains("The candidate is being erased.", "erased", "erasure.requested", "candidate.erase")
			.doesNotContain(this.lastName);
		assertThat(this.admin.get("/console/checks?connectionId=" + this.joined.connectionId()).body())
			.contains(this.assessmentId.toString())
			.doesNotContain(this.lastName);
		Browser operator = Somebody.with(this.samples.stranger(), "operator").browser();
		assertThat(operator.get(path).body()).contains("Who asked for what").doesNotContain(path + "/erase");
	}

	@Test
	void showsTheRestWhereANameCannotBeRead() {
		this.jdbc.sql("update assessment set person = '\\x01deadbeef00112233445566' where assessment_id = ?")
			.param(this.assessmentId)
			.update();
		assertThat(this.admin.get("/console/checks/" + this.assessmentId).body()).contains("unavailable", "Requested");
		assertThat(this.admin.get("/console/checks?connectionId=" + this.joined.connectionId()).body())
			.contains("unavailable", this.assessmentId.toString());
	}

	@Test
	void showsWhoOpenedTheReport() {
		this.reports.ended(this.joined.connectionId(), this.assessmentId, 2, VerificationState.COMPLETED_CLEAR);
		this.samples.stranger().operator().get("/reports/" + this.assessmentId);
		assertThat(this.admin.get("/console/checks/" + this.assessmentId).body()).contains("report.open");
		Browser viewer = Somebody.with(this.samples.stranger(), "viewer").browser();
		assertThat(viewer.get("/console/checks/" + this.assessmentId).body()).contains("Asha")
			.doesNotContain("report.open");
	}

	@Test
	void sendsADeadLetterBack() {
		UUID letterId = Letters.id(this.letters.dead(this.assessmentId.toString(),
				"secret".getBytes(StandardCharsets.UTF_8), Instant.now(), Map.of("kafka_dlt-exception-fqcn", "a.Odd")));
		String path = "/console/failures/" + letterId + "/redrive";
		assertThat(this.admin.get("/console/failures").body())
			.contains("Dead letter", "The sync-service could not take a record of " + Letters.SOURCE + " (Odd)", path)
			.doesNotContain("secret");
		HttpResponse<String> live = this.admin.get(poll(this.admin.get("/console/failures").body()));
		assertThat(live.statusCode()).isEqualTo(200);
		assertThat(live.body()).contains(path);
		Browser viewer = Somebody.with(this.samples.stranger(), "viewer").browser();
		assertThat(viewer.get("/console/failures").body()).contains("Dead letter").doesNotContain(path);
		Browser operator = Somebody.with(this.samples.stranger(), "operator").browser();
		assertThat(operator.follow(path, Map.of()).body()).contains("The record was sent back to the sync-service.")
			.doesNotContain(letterId.toString());
		assertThat(operator.follow(path, Map.of()).body()).contains("was sent back before, at ");
	}

	/** Where the live part asks. */
	private static String poll(String page) {
		String from = page.substring(page.indexOf("hx-get=\"") + "hx-get=\"".length());
		return from.substring(0, from.indexOf('"')).replace("&amp;", "&");
	}

}
