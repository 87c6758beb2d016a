package io.bgvbridge.gateway.console;

import java.net.http.HttpResponse;
import java.util.Map;

import io.bgvbridge.gateway.Browser;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a connection is made and changed with a browser.
 */
@GatewayTest
class ConnectPageTests {

	private static final String HOSTILE = "<script>alert('x')</script>";

	@Autowired
	private Samples samples;

	@Autowired
	private JdbcClient jdbc;

	private Browser admin;

	@BeforeEach
	void signIn() {
		this.admin = Browser.of(this.samples.stranger(), "admin", "secret");
	}

	@Test
	void asksForWhatTheProviderNeeds() {
		assertThat(this.admin.get("/console/connections/new?kind=springverify").body())
			.doesNotContain("name=\"country\"", "name=\"accountId\"");
		assertThat(this.admin.get("/console/connections/new?kind=stackone").body()).contains("name=\"accountId\"",
				"name=\"signingSecret\"");
		assertThat(this.admin.get("/console/connections/new?kind=checkr").body()).contains("name=\"country\"",
				"name=\"node\"");
	}

	@Test
	void showsTheSecretsOnce() {
		HttpResponse<String> made = this.admin.post("/console/connections", Map.of("kind", "springverify", "name",
				HOSTILE, "ashbyKey", "planted-key", "apiToken", "planted-token"));
		String page = Browser.location(made);
		assertThat(page).startsWith("/console/connections/");
		String first = this.admin.get(page).body();
		assertThat(first)
			.contains("bgvt_", "bgvs_", "https://bgv.example.com/ashby", "Waiting for Ashby",
					"https://bgv.example.com/callbacks/springverify/", "&lt;script&gt;alert")
			.doesNotContain(HOSTILE, "planted");
		String second = this.admin.get(page).body();
		assertThat(second).doesNotContain("bgvt_", "bgvs_", "planted");
		String token = first.replaceAll("(?s).*(bgvt_[A-Za-z0-9_-]+).*", "$1");
		this.samples.stranger().basic(token, "").post("/ashby/assessment.list", "{}");
		assertThat(this.admin.get(page).body()).contains("Ashby has called").doesNotContain("Waiting for Ashby");
		assertThat(this.admin.get("/console/connections").body()).contains("&lt;script&gt;alert")
			.doesNotContain(HOSTILE);
		assertThat(this.admin.follow(page + "/rotate", Map.of("what", "externalApiToken")).body()).contains("bgvt_");
		assertThat(this.admin.follow(page + "/disable", Map.of()).body()).contains("Disabled", "Switch on");
		assertThat(this.admin.follow(page + "/enable", Map.of()).body()).contains("Testing");
		assertThat(this.admin.follow(page + "/refresh-packages", Map.of()).body()).contains("asked for its packages");
		assertThat(this.admin.get("/console/audit").body()).contains("connection.make", "connection.rotate-token",
				"connection.disable", "connection.enable", "connection.refresh-packages");
	}

	@Test
	void saysWhichValueIsWrongAndForgetsTheSecrets() {
		HttpResponse<String> answer = this.admin.post("/console/connections", Map.of("kind", "checkr", "name",
				"Acme US", "ashbyKey", "planted key", "apiToken", "planted-token", "country", "XX"));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body())
			.contains("ashby.apiKey must be given", "provider.workLocation.country", "value=\"Acme US\"")
			.doesNotContain("planted");
	}

	@Test
	void changesWhatTheFormSaysAndNothingElse() {
		String page = Browser.location(this.admin.post("/console/connections",
				Map.of("kind", "checkr", "name", "Acme US", "ashbyKey", "planted-key", "apiToken", "planted-token",
						"country", "US", "portalUrl", "https://p.example.com/{reference}", "profileLink", "PROVIDER",
						"retentionDays", "30")));
		String api = page.replace("/console/", "/api/");
		assertThat(this.admin.get(page).body()).contains("Shown this once", "30 days");
		String form = this.admin.get(page + "/edit").body();
		assertThat(form).contains("value=\"US\"", "value=\"30\"", "https://p.example.com/{reference}")
			.doesNotContain("planted");
		String before = test(api);
		Map<String, String> same = Map.of("name", "Acme USA", "country", "US", "portalUrl",
				"https://p.example.com/{reference}", "profileLink", "PROVIDER", "retentionDays", "31", "startWhen",
				"onHire", "startPackage", "basic");
		assertThat(this.admin.follow(page + "/edit", same).body()).contains("The connection is changed.", "Acme USA",
				"31 days", "on hire, package basic");
		assertThat(test(api)).as("no credentials were said again").isEqualTo(before);
		assertThat(this.admin
			.follow(page + "/edit",
					Map.of("name", "Acme USA", "country", "US", "profileLink", "PROVIDER", "retentionDays", "5000"))
			.body()).contains("retentionDays must be a whole number");
		this.admin.follow(page + "/edit",
				Map.of("name", "Acme USA", "country", "US", "profileLink", "REPORT", "ashbyKey", "newer"));
		assertThat(test(api)).isNotEqualTo(before);
	}

	private String test(String api) {
		String connectionId = api.substring(api.lastIndexOf('/') + 1);
		return this.jdbc
			.sql("select test_id::text from connection_test where connection_id = ?::uuid and side = 'ASHBY'")
			.param(connectionId)
			.query(String.class)
			.single();
	}

	@Test
	void asksBeforeItDeletes() {
		String page = Browser.location(this.admin.post("/console/connections",
				Map.of("kind", "springverify", "name", "Acme", "ashbyKey", "k", "apiToken", "t")));
		assertThat(this.admin.get(page).body()).contains("is being tested.", "Test now", "Show",
				"data-testid=\"test\"");
		assertThat(this.admin.follow(page + "/test", Map.of()).body()).contains("Both sides are tested now.");
		assertThat(this.admin.get(page + "/delete").body()).contains("To confirm, type its name: Acme");
		assertThat(this.admin.follow(page + "/delete", Map.of("name", "Other")).body())
			.contains("Type the connection&#39;s name");
		assertThat(this.admin.follow(page + "/delete", Map.of("name", "Acme")).body()).contains("is being deleted",
				"Draining");
		assertThat(this.admin.get("/console/connections?deleted=true").body()).contains("Without deleted ones");
	}

	@Test
	void makesAccounts() {
		String name = "pages-" + System.nanoTime();
		assertThat(this.admin
			.follow("/console/accounts", Map.of("name", name, "password", "a long password", "role", "viewer"))
			.body()).contains("The account was made.", name).doesNotContain("a long password", "bcrypt");
		assertThat(this.admin.follow("/console/accounts/" + name, Map.of("role", "operator")).body())
			.contains("The account was changed.");
		assertThat(Browser.of(this.samples.stranger(), name, "a long password").get("/console").body())
			.contains(name + " (operator)");
		this.admin.follow("/console/accounts/" + name, Map.of("disabled", "true"));
		assertThat(Browser.location(new Browser(this.samples.stranger()).signIn(name, "a long password")))
			.isEqualTo("/console/login?failed");
		assertThat(this.admin
			.follow("/console/accounts", Map.of("name", name, "password", "a long password", "role", "viewer"))
			.body()).contains("There is an account of this name already.");
	}

}
