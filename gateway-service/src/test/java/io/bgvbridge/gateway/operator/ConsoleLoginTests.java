package io.bgvbridge.gateway.operator;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.gateway.Browser;
import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How browsers sign in.
 */
@GatewayTest
class ConsoleLoginTests {

	@Autowired
	private Samples samples;

	@Test
	void changesTheSessionAtLogin() {
		Browser browser = new Browser(this.samples.stranger());
		HttpResponse<String> page = browser.get("/console/login");
		assertThat(page.statusCode()).isEqualTo(200);
		String before = browser.cookie();
		assertThat(browser.signIn("admin", "secret").statusCode()).isEqualTo(302);
		String after = browser.cookie();
		assertThat(after).isNotEqualTo(before);
		assertThat(browser.get("/console").statusCode()).isEqualTo(200);
		browser.keep(before);
		assertThat(Browser.location(browser.get("/console"))).isEqualTo("/console/login");
	}

	@Test
	void guardsTheCookieAndThePage() {
		HttpResponse<String> page = new Browser(this.samples.stranger()).get("/console/login");
		assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure", "; HttpOnly",
				"SameSite=Lax");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
			.contains("default-src 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
		assertThat(page.body()).doesNotContain("style=", "onclick", "<script>");
		assertThat(List.of("console.css", "console.js", "htmx.min.js")).allSatisfy(
				(asset) -> assertThat(new Browser(this.samples.stranger()).get("/console/assets/" + asset).statusCode())
					.isEqualTo(200));
	}

	@Test
	void asksForALoginAndComesBack() {
		Browser browser = new Browser(this.samples.stranger());
		UUID check = UUID.randomUUID();
		assertThat(Browser.location(browser.get("/reports/" + check))).isEqualTo("/console/login");
		HttpResponse<String> answer = browser.signIn("admin", "secret");
		assertThat(Browser.location(answer)).startsWith("/reports/" + check);
		assertThat(browser.get("/reports/" + check).statusCode()).isEqualTo(404);
	}

	@Test
	void refusesWrongPasswordsAndFormsOfOthers() {
		Browser browser = new Browser(this.samples.stranger());
		assertThat(Browser.location(browser.signIn("admin", "wrong"))).isEqualTo("/console/login?failed");
		assertThat(browser.post("/console/login", Map.of("username", "admin", "password", "secret"), "").statusCode())
			.isEqualTo(403);
		assertThat(browser.post("/console/login", Map.of("username", "admin", "password", "secret"), "forged")
			.statusCode()).isEqualTo(403);
		assertThat(browser.get("/console/login?failed").body()).contains("The name or the password is wrong.");
	}

	@Test
	void givesTheApiNoSession() {
		Browser browser = Browser.of(this.samples.stranger(), "admin", "secret");
		assertThat(browser.get("/api/connections").statusCode()).isEqualTo(401);
	}

	@Test
	void signsOut() {
		Browser browser = Browser.of(this.samples.stranger(), "admin", "secret");
		assertThat(browser.post("/console/logout", Map.of(), "").statusCode()).isEqualTo(403);
		browser.get("/console");
		String session = browser.cookie();
		assertThat(Browser.location(browser.post("/console/logout", Map.of()))).isEqualTo("/console/login?out");
		browser.keep(session);
		assertThat(Browser.location(browser.get("/console"))).isEqualTo("/console/login");
	}

	@Test
	void endsSessionsOfAccountsThatChanged() {
		Somebody somebody = Somebody.with(this.samples.stranger(), "operator");
		Browser browser = somebody.browser();
		assertThat(browser.get("/console").statusCode()).isEqualTo(200);
		this.samples.stranger().operator().patch("/api/accounts/" + somebody.name(), "{\"role\": \"viewer\"}");
		assertThat(Browser.location(browser.get("/console"))).isEqualTo("/console/login");
	}

	@Test
	void tellsALivePartToLoadThePageAgain() {
		HttpResponse<String> answer = new Browser(this.samples.stranger()).get("/console/checks", "HX-Request", "true");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
	}

	@Test
	void readsTheHighestRoleOfAClaim() {
		assertThat(OidcUsers.role(List.of("staff", "viewer", "administrator"))).contains(Role.ADMINISTRATOR);
		assertThat(OidcUsers.role("operator")).contains(Role.OPERATOR);
		assertThat(OidcUsers.role(List.of("staff"))).isEmpty();
		assertThat(OidcUsers.role(null)).isEmpty();
	}

}
