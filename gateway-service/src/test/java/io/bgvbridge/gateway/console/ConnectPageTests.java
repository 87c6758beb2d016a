package io.bgvbridge.gateway.console;

import java.net.http.HttpResponse;
import java.util.Map;

import io.bgvbridge.gateway.Browser;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a connection is made and changed with a browser.
 */
@GatewayTest
class ConnectPageTests {

	private static final String HOSTILE = "<script>alert('x')</script>";

	@Autowired
	private Samples samples;

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
