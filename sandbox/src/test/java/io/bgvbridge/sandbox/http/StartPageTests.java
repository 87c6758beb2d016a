package io.bgvbridge.sandbox.http;

import java.net.URI;
import java.net.http.HttpRequest;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.checkr.CheckrSimulator;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stackone.StackOneSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StartPageTests {

	private final SandboxServer server = SandboxServer.start(0, new AshbySimulator(), new SpringVerifySimulator(),
			new StackOneSimulator(), new CheckrSimulator());

	private final Caller caller = new Caller(URI.create("http://localhost:" + this.server.port()));

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void leadsABrowserToConsoleAndVendors() {
		assertThat(first().text()).contains("/ashby/\"", "/springverify/portal", "/stackone/portal", "/checkr/portal")
			.doesNotContain("/console");
		this.server.console(URI.create("http://localhost:8080/console"));
		assertThat(first().text()).contains("<a href=\"http://localhost:8080/console\">the console</a>");
	}

	@Test
	void showsTheListToAllOthers() {
		assertThat(this.caller.get("/").json().path("routes")).isNotEmpty();
		assertThat(this.caller.get("/routes").json()).isEqualTo(this.caller.get("/").json());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ashby/", "/ashby/app/integrations", "/ashby/app/keys", "/ashby/app/webhooks",
			"/ashby/app/candidates/ca000000-0000-4000-8000-000000000001", "/springverify/portal", "/stackone/portal",
			"/checkr/portal" })
	void showsEveryPageWithoutInlineScriptAndUnrecorded(String path) {
		Caller.Reply page = this.caller.get(path);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).startsWith("text/html");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
		assertThat(page.text()).contains("<html lang=\"en\">", "<h1>", "data-page=\"" + path + "\"")
			.doesNotContain("style=", "<style", "onclick")
			.containsPattern("<input[^>]* id=|<a class=\"main\"");
		assertThat(this.server.calls().list()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ashby", "springverify", "stackone", "checkr" })
	void leadsFromTheVendorsNameToItsPage(String vendor) {
		Caller.Reply reply = this.caller.get("/" + vendor);
		assertThat(reply.status()).isEqualTo(303);
		assertThat(this.caller.get(reply.header("Location")).status()).isEqualTo(200);
	}

	@Test
	void servesStyleAndScript() {
		assertThat(this.caller.get("/assets/sandbox.css").header("Content-Type")).startsWith("text/css");
		assertThat(this.caller.get("/assets/live.js").text()).contains("data-live");
		assertThat(this.caller.get("/assets/other.js").status()).isEqualTo(404);
	}

	@Test
	void takesNoFormOfAnotherSite() {
		Caller.Reply reply = this.caller.send(this.caller.request("/ashby/app/keys")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Origin", "https://elsewhere.example")
			.POST(HttpRequest.BodyPublishers.ofString("scope=candidatesRead")));
		assertThat(reply.status()).isEqualTo(403);
		assertThat(this.caller.get("/ashby/ui/keys").json()).hasSize(1);
		assertThat(this.caller.post("/ashby/app/keys", "{}").status()).isEqualTo(415);
	}

	private Caller.Reply first() {
		return this.caller.send(this.caller.request("/").header("Accept", "text/html,*/*;q=0.8").GET());
	}

}
