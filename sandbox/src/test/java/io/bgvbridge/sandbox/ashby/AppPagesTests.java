package io.bgvbridge.sandbox.ashby;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AppPagesTests {

	private static final String TYPE = "e9ed20fd-d45f-4aad-8a00-a19bfba0083e";

	private static final String ID = "7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11";

	private static final String LIST = """
			{"success":true,"results":[{"assessment_type_id":"%s","name":"India <BGV>"}]}""".formatted(TYPE);

	private static final String STARTED = """
			{"success":true,"results":{"assessment_id":"%1$s","update_request":{"assessment_id":"%1$s",
			"timestamp":1665680638489,"assessment_status":
			{"identifier":"status","label":"Status","type":"string","value":"Started"}}}}""".formatted(ID);

	private static final String COMPLETED = """
			{"assessment_id":"%s","timestamp":1665680639000,
			"assessment_status":{"identifier":"status","label":"Status","type":"string","value":"Completed"},
			"assessment_profile_url":{"identifier":"p","label":"Full report","type":"url","value":"http://localhost/r"},
			"assessment_result":{"identifier":"r","label":"Result","type":"string","value":"Clear"}}""".formatted(ID);

	private final GatewayStub gateway = new GatewayStub();

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(URI.create("http://localhost:" + this.server.port()));

	private final Candidate candidate = this.ashby.candidates().getFirst();

	private final String path = "/ashby/app/candidates/" + this.candidate.id();

	@AfterEach
	void close() {
		this.server.close();
		this.gateway.close();
	}

	@Test
	void connectsAndShowsThePackages() {
		this.gateway.answers(200, LIST);
		assertThat(connect().status()).isEqualTo(303);
		assertThat(this.gateway.paths()).containsExactly("/ashby/assessment.list");
		assertThat(this.gateway.authorizations()).containsExactly(Caller.basic("token:"));
		assertThat(this.caller.get("/ashby/app/integrations").text())
			.contains("India &lt;BGV&gt;", this.gateway.baseUrl())
			.doesNotContain("value=\"token\"");
	}

	@Test
	void showsThePartnersErrorOnTheTile() {
		this.gateway.answers(401,
				"{\"success\":false,\"errorInfo\":{\"code\":\"unauthorized\",\"message\":\"No <token>\"}}");
		Caller.Reply reply = connect();
		assertThat(reply.status()).isEqualTo(502);
		assertThat(reply.text()).contains("role=\"alert\"", "answered HTTP 401: unauthorized: No &lt;token&gt;");
		assertThat(this.caller.form("/ashby/app/integrations/connect", "externalApiToken", " ", "baseUrl", "x").text())
			.contains("externalApiToken");
	}

	@Test
	void startsWithTheFieldsThatThePartnerAsksFor() {
		connected();
		this.gateway.answers(200, """
				{"success":true,"fields":[{"id":"phone","name":"Candidate phone","type":"Phone","isRequired":true},
				{"id":"n","name":"Years","type":"Number"},{"id":"b","name":"Relocates","type":"Boolean"}]}""");
		assertThat(this.caller.form("/ashby/app/integrations/fields").status()).isEqualTo(303);
		this.gateway.answers(200, LIST);
		assertThat(this.caller.get(this.path + "/start").text()).contains(TYPE, "Candidate phone", "type=\"tel\"");
		assertThat(start("field-1", "3").text()).contains("Candidate phone", "role=\"alert\"");
		this.gateway.answers(200, STARTED);
		assertThat(start("field-0", "+91 98765 43210", "field-1", "3", "field-2", "true").header("Location"))
			.isEqualTo(this.path);
		assertThat(this.gateway.bodies().getLast())
			.contains("\"additional_fields\":{\"phone\":\"+91 98765 43210\",\"n\":3,\"b\":true}");
		assertThat(this.ashby.assessment(ID)).isNotNull();
	}

	@Test
	void showsStatusResultAndReport() {
		connected();
		this.gateway.answers(200, STARTED);
		start();
		assertThat(this.caller.get(this.path).text()).contains("Started", "India &lt;BGV&gt;",
				"<time datetime=\"2022-10-13T17:03:58Z\">", this.path + "/assessments/" + ID + "/cancel");
		this.caller.as(Caller.basic(AshbySimulator.API_KEY + ":")).post("/ashby/assessment.update", COMPLETED);
		assertThat(this.caller.get(this.path).text())
			.contains("Clear", "<a href=\"http://localhost/r\">Full report</a>")
			.doesNotContain("/cancel\"");
		assertThat(this.caller.get("/ashby/").text()).contains("<span class=\"tag complete\">Clear</span>");
	}

	@Test
	void showsWhatThePartnerSaysToTheRecruiter() {
		connected();
		this.gateway.answers(422, "{\"message\":\"The phone is <missing>\"}");
		Caller.Reply reply = start();
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.text()).contains("The phone is &lt;missing&gt;");
		this.gateway.answers(409, "{}");
		assertThat(start().status()).isEqualTo(409);
		assertThat(this.ashby.assessments()).isEmpty();
	}

	@Test
	void cancels() {
		connected();
		this.gateway.answers(200, STARTED);
		start();
		this.gateway.answers(200, "{\"success\":true,\"results\":{\"assessment_id\":\"" + ID + "\"}}");
		assertThat(this.caller.form(this.path + "/assessments/" + ID + "/cancel").status()).isEqualTo(303);
		assertThat(this.gateway.paths().getLast()).isEqualTo("/ashby/assessment.cancel");
		assertThat(this.caller.get(this.path).text()).contains("The partner took the cancel");
	}

	@Test
	void asksToConnectFirst() {
		assertThat(this.caller.get(this.path + "/start").text()).contains("/ashby/app/integrations");
	}

	@Test
	void addsMovesAndDeletesACandidate() {
		this.caller.form("/ashby/app/candidates", "firstName", "<b>Asha", "lastName", "Rao", "email", "a@example.com",
				"phone", "");
		Candidate added = this.ashby.candidates().getLast();
		assertThat(added.phone()).isNull();
		assertThat(this.caller.get("/ashby/").text()).contains("&lt;b&gt;Asha Rao").doesNotContain("<b>Asha");
		String page = "/ashby/app/candidates/" + added.id();
		this.caller.form(page + "/move", "stage", "Background check");
		assertThat(this.ashby.applications(added.id()).getFirst().stage().title()).isEqualTo("Background check");
		assertThat(this.caller.form(page + "/delete").header("Location")).isEqualTo("/ashby/");
		assertThat(this.caller.get(page).status()).isEqualTo(404);
	}

	@Test
	void makesAKeyWithChosenPermissions() {
		assertThat(this.caller.form("/ashby/app/keys", "scope", "candidatesRead").status()).isEqualTo(303);
		JsonNode made = this.caller.get("/ashby/ui/keys").json().path(1);
		assertThat(made.path("scopes")).singleElement()
			.satisfies((scope) -> assertThat(scope.asString()).isEqualTo("candidatesRead"));
		String page = this.caller.get("/ashby/app/keys").text();
		Matcher shown = Pattern.compile("value=\"" + made.path("key").asString() + "\" readonly").matcher(page);
		assertThat(shown.find()).isTrue();
		assertThat(this.caller.form("/ashby/app/keys", "scope", "root").status()).isEqualTo(400);
		this.caller.form("/ashby/app/keys/revoke", "key", made.path("key").asString());
		assertThat(this.caller.get("/ashby/ui/keys").json()).hasSize(1);
	}

	private void connected() {
		this.gateway.answers(200, LIST);
		connect();
	}

	private Caller.Reply connect() {
		return this.caller.form("/ashby/app/integrations/connect", "externalApiToken", "token", "baseUrl",
				this.gateway.baseUrl());
	}

	private Caller.Reply start(String... fields) {
		String[] all = new String[fields.length + 2];
		all[0] = "type";
		all[1] = TYPE;
		System.arraycopy(fields, 0, all, 2, fields.length);
		return this.caller.form(this.path + "/start", all);
	}

}
