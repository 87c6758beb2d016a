package io.bgvbridge.sandbox.ashby;

import java.net.http.HttpRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AshbyApiTests {

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"), Caller.basic(AshbySimulator.API_KEY + ":"));

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void tellsKeyAndScopes() {
		Caller.Reply reply = this.caller.post("/apiKey.info", "{}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.json().path("success").asBoolean()).isTrue();
		assertThat(reply.json().path("results").path("scopes").valueStream()).extracting(JsonNode::asString)
			.containsExactly("candidates:read", "candidates:write", "apiKeys:read");
		assertThat(reply.header("x-ashby-request-id")).hasSize(26);
		assertThat(reply.header("Ashby-Version")).isEqualTo("2026-01-01");
	}

	@Test
	void answers401WithoutKey() {
		Caller.Reply reply = this.caller.as("").post("/apiKey.info", "{}");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.json().path("success").asBoolean(true)).isFalse();
		assertThat(reply.json().path("errorInfo").path("requestId").asString())
			.isEqualTo(reply.header("x-ashby-request-id"));
		assertThat(this.caller.as("Bearer " + AshbySimulator.API_KEY).post("/apiKey.info", "{}").status())
			.isEqualTo(401);
		assertThat(this.caller.as("Basic !").post("/apiKey.info", "{}").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "wrong:", ":sandbox-ashby-key", "sandbox-ashby-key:sandbox-ashby-key", "sandbox-ashby-key" })
	void answers403ToWrongKey(String credentials) {
		assertThat(this.caller.as(Caller.basic(credentials)).post("/apiKey.info", "{}").status()).isEqualTo(403);
	}

	@Test
	void answers403ToRevokedKey() {
		this.ashby.revokeKey(AshbySimulator.API_KEY);
		assertThat(this.caller.post("/apiKey.info", "{}").status()).isEqualTo(403);
	}

	@Test
	void answers403WhenScopeIsMissing() {
		this.ashby.addKey("narrow", EnumSet.of(Scope.CANDIDATES_READ, Scope.CANDIDATES_WRITE));
		Caller.Reply reply = this.caller.as(Caller.basic("narrow:")).post("/apiKey.info", "{}");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.json().path("errorInfo").path("code").asString()).isEqualTo("missing_endpoint_permission");
		this.ashby.addKey("none", Set.of());
		for (String operation : new String[] { "candidate.info", "candidate.search", "candidate.createNote",
				"candidate.listNotes", "candidate.uploadFile", "file.createFileUploadHandle", "assessment.update",
				"assessment.addCompletedToCandidate" }) {
			assertThat(this.caller.as(Caller.basic("none:")).post("/" + operation, "{}").status()).isEqualTo(403);
		}
	}

	@Test
	void addsKeyOverHttp() {
		assertThat(this.caller.post("/ui/keys", "{\"key\":\"k\",\"scopes\":[\"apiKeysRead\"]}").status())
			.isEqualTo(201);
		assertThat(this.caller.as(Caller.basic("k:")).post("/apiKey.info", "{}").status()).isEqualTo(200);
		assertThat(this.caller.post("/ui/keys", "{\"key\":\"k\",\"scopes\":[\"root\"]}").status()).isEqualTo(400);
		assertThat(this.caller.post("/ui/keys", "{\"key\":\"k\",\"scopes\":\"apiKeysRead\"}").status()).isEqualTo(400);
	}

	/** What a partner asks of a key to learn its permissions; nothing must change. */
	@ParameterizedTest
	@CsvSource({ "candidatesRead, 200, 403", "candidatesWrite, 403, 200", "apiKeysRead, 403, 403" })
	void answersTheProbesOfANarrowKey(String permission, int search, int note) {
		String key = this.caller.post("/ui/keys", "{\"scopes\":[\"" + permission + "\"]}")
			.json()
			.path("key")
			.asString();
		Caller narrow = this.caller.as(Caller.basic(key + ":"));
		assertProbe(narrow.post("/candidate.search", "{\"email\":\"nobody@bgv.invalid\"}"), search, "");
		assertProbe(
				narrow.post("/candidate.createNote",
						"{\"candidateId\":\"" + UUID.randomUUID() + "\",\"note\":\"probe\"}"),
				note, "candidate_not_found");
		assertThat(this.ashby.notes()).isEmpty();
	}

	@Test
	void listsAndDeactivatesKeysOverHttp() {
		String key = this.caller.post("/ui/keys", "{\"scopes\":[]}").json().path("key").asString();
		assertThat(this.caller.get("/ui/keys").json()).hasSize(2)
			.last()
			.satisfies((shown) -> assertThat(shown.path("key").asString()).isEqualTo(key))
			.satisfies((shown) -> assertThat(shown.path("scopes")).isEmpty());
		assertThat(this.caller.delete("/ui/keys/" + key).json()).hasSize(1);
		assertThat(this.caller.as(Caller.basic(key + ":")).post("/apiKey.info", "{}").json().toString())
			.contains("forbidden");
	}

	@Test
	void wordsErrorsInEveryDocumentedShape() {
		this.ashby.errorShape(ErrorShape.INFO);
		JsonNode info = this.caller.post("/nothing", "{}").json();
		assertThat(info.has("errors")).isFalse();
		assertThat(info.path("errorInfo").path("code").asString()).isEqualTo("endpoint_not_found");
		this.ashby.errorShape(ErrorShape.CODES);
		JsonNode codes = this.caller.post("/nothing", "{}").json();
		assertThat(codes.has("errorInfo")).isFalse();
		assertThat(codes.path("errors").path(0).asString()).isEqualTo("endpoint_not_found");
		this.caller.post("/ui/settings", "{\"errorShape\":\"objects\"}");
		JsonNode objects = this.caller.post("/candidate.info", "{}").json();
		assertThat(objects.path("errors").path(0).path("message").asString()).isEqualTo("id is required");
		assertThat(objects.path("errors").path(0).path("parameter").asString()).isEqualTo("id");
		this.ashby.errorShape(ErrorShape.CODES_AND_INFO);
		JsonNode both = this.caller.post("/nothing", "{}").json();
		assertThat(both.has("errors") && both.has("errorInfo")).isTrue();
		assertThat(this.caller.post("/ui/settings", "{\"errorShape\":\"xml\"}").status()).isEqualTo(400);
	}

	@Test
	void refusesDefaultUserAgentAsCloudflareDoes() {
		HttpRequest.Builder request = this.caller.json("/apiKey.info", "{}");
		for (String agent : new String[] { "", "Java-http-client/25", "Apache-HttpClient/5.4" }) {
			Caller.Reply reply = this.caller.send(request.setHeader("User-Agent", agent));
			assertThat(reply.status()).isEqualTo(403);
			assertThat(reply.header("Content-Type")).startsWith("text/html");
			assertThat(reply.text()).contains("1010");
		}
		assertThat(this.caller.send(request.setHeader("User-Agent", "curl/8.5.0")).status()).isEqualTo(200);
	}

	@Test
	void refusesOtherMethods() {
		assertRefused(this.caller.get("/apiKey.info"), "invalid_method");
	}

	@Test
	void refusesUnknownEndpoint() {
		assertRefused(this.caller.post("/assessment.frobnicate", "{}"), "endpoint_not_found");
	}

	@Test
	void refusesBodyThatIsNotJson() {
		HttpRequest.Builder text = this.caller.request("/apiKey.info")
			.header("Content-Type", "text/plain")
			.POST(HttpRequest.BodyPublishers.ofString("{}"));
		assertRefused(this.caller.send(text), "invalid_input");
		assertRefused(this.caller.post("/apiKey.info", "{"), "invalid_input");
		assertRefused(this.caller.post("/apiKey.info", "[]"), "invalid_input");
		assertRefused(this.caller.post("/apiKey.info", ""), "invalid_input");
	}

	@Test
	void refusesUnknownVersion() {
		assertRefused(this.caller.send(this.caller.json("/apiKey.info", "{}").header("Ashby-Version", "2020-01-01")),
				"invalid_input");
	}

	private static void assertProbe(Caller.Reply reply, int status, String code) {
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.json().path("errorInfo").path("code").asString(""))
			.isEqualTo((status == 403) ? "missing_endpoint_permission" : code);
		assertThat(reply.json().path("success").asBoolean()).isEqualTo(status == 200 && code.isEmpty());
	}

	private static void assertRefused(Caller.Reply reply, String code) {
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.json().path("success").asBoolean(true)).isFalse();
		assertThat(reply.json().path("errorInfo").path("code").asString()).isEqualTo(code);
	}

}
