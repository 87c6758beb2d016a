package io.bgvbridge.sandbox.ashby;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class UploadsTests {

	private static final String CONTENT = "%PDF-\r\n\r\n--x\u00e9";

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"), Caller.basic(AshbySimulator.API_KEY + ":"));

	private final Candidate candidate = this.ashby.candidates().getFirst();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void takesAFileInThreeSteps() {
		JsonNode upload = handle();
		assertThat(upload(upload, body(upload)).status()).isEqualTo(204);
		JsonNode results = attach(upload).path("results");
		assertThat(results.path("id").asString()).isEqualTo(this.candidate.id());
		JsonNode file = results.path("fileHandles").get(0);
		assertThat(file.propertyNames()).containsExactlyInAnyOrder("id", "name", "handle");
		assertThat(file.path("name").asString()).isEqualTo("report.pdf");
		JsonNode shown = this.caller.get("/ui/candidates/" + this.candidate.id() + "/files").json().get(0);
		assertThat(shown.path("size").asInt()).isEqualTo(length());
		assertThat(shown.path("contentType").asString()).isEqualTo("application/pdf");
		assertThat(this.ashby.files(this.candidate.id()).getFirst().sha256())
			.isEqualTo(Received.digest(CONTENT.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void attachesTheSameHandleTwiceAsTwoFiles() {
		JsonNode upload = handle();
		upload(upload, body(upload));
		attach(upload);
		assertThat(attach(upload).path("results").path("fileHandles")).hasSize(2);
	}

	@Test
	void refusesAHandleWithoutFile() {
		JsonNode upload = handle();
		assertThat(attach(upload).path("errorInfo").path("message").asString()).contains("was not uploaded to");
		JsonNode unknown = this.caller
			.post("/candidate.uploadFile", "{\"candidateId\":\"" + this.candidate.id() + "\",\"fileHandle\":\"x\"}")
			.json();
		assertThat(unknown.path("errorInfo").path("code").asString()).isEqualTo("invalid_input");
		assertThat(this.ashby.files(this.candidate.id())).isEmpty();
	}

	@Test
	void takesNothingTwice() {
		JsonNode upload = handle();
		upload(upload, body(upload));
		assertThat(upload(upload, body(upload)).status()).isEqualTo(403);
	}

	@Test
	void takesNothingOnceTheAddressHasExpired() {
		this.caller.post("/ui/settings", "{\"uploadSeconds\":0}");
		JsonNode upload = handle();
		Caller.Reply reply = upload(upload, body(upload));
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.text()).contains("Policy expired");
		assertThat(attach(upload).path("success").asBoolean(true)).isFalse();
	}

	@Test
	void refusesAshbysKeyAtTheStorage() {
		JsonNode upload = handle();
		HttpRequest.Builder request = request(upload, body(upload));
		assertThat(this.caller.send(request.header("Authorization", Caller.basic("k:"))).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "name=\"file\" | name=\"report\"", "; filename=\"report.pdf\" | ``",
					"name=\"key\" | name=\"keys\"", "uploads/ | downloads/",
					"Content-Type: application/pdf | Content-Type: text/plain", "%PDF- | %PDF", "--AaB-- | ``",
					"form-data | attachment" })
	void refusesAnotherForm(String good, String bad) {
		JsonNode upload = handle();
		String body = body(upload);
		String wrong = body.replace(good, bad);
		assertThat(wrong).isNotEqualTo(body);
		assertThat(upload(upload, wrong).status()).isEqualTo(400);
		assertThat(upload(upload, body).status()).isEqualTo(204);
	}

	@Test
	void wantsTheFileLast() {
		JsonNode upload = handle();
		String[] parts = body(upload).split("(?=--AaB\r\n)");
		assertThat(parts).hasSize(4);
		String file = parts[3].replace("--AaB--\r\n", "");
		assertThat(upload(upload, file + parts[0] + parts[1] + parts[2] + "--AaB--\r\n").status()).isEqualTo(400);
		assertThat(upload(upload, parts[0] + parts[1] + parts[3]).status()).isEqualTo(400);
		assertThat(upload(upload, parts[0] + parts[0] + parts[1] + parts[2] + parts[3]).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"contentLength\":0", "\"contentLength\":\"7\"", "\"contentLength\":null",
			"\"contentLength\":7,\"colour\":1", "\"contentLength\":7,\"filename\":\"\"",
			"\"contentLength\":7,\"contentType\":\"pdf\"", "\"contentLength\":7,\"fileUploadContext\":\"Report\"" })
	void refusesUnfitDeclaration(String members) {
		Map<String, String> declared = new LinkedHashMap<>();
		declared.put("fileUploadContext", "\"CandidateFiles\"");
		declared.put("filename", "\"report.pdf\"");
		declared.put("contentType", "\"application/pdf\"");
		for (String member : members.split(",")) {
			declared.put(member.split(":")[0].replace("\"", ""), member.split(":")[1]);
		}
		String body = declared.entrySet()
			.stream()
			.map((entry) -> "\"" + entry.getKey() + "\":" + entry.getValue())
			.collect(Collectors.joining(",", "{", "}"));
		JsonNode answer = this.caller.post("/file.createFileUploadHandle", body).json();
		assertThat(answer.path("errorInfo").path("code").asString()).isEqualTo("invalid_input");
	}

	@Test
	void canLoseItsAnswerAfterTakingTheFile() {
		this.server.faults().add(Fault.of("ashby", FaultKind.ERROR_AFTER_COMMIT).on("upload/{id}"));
		JsonNode upload = handle();
		assertThat(upload(upload, body(upload)).status()).isEqualTo(500);
		assertThat(attach(upload).path("results").path("fileHandles")).hasSize(1);
		assertThat(this.server.calls().of("ashby", "upload/{id}")).hasSize(1);
	}

	private JsonNode handle() {
		JsonNode answer = this.caller.post("/file.createFileUploadHandle", """
				{"fileUploadContext":"CandidateFiles","filename":"report.pdf","contentType":"application/pdf",
				"contentLength":%d}""".formatted(length())).json();
		assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
		return answer.path("results");
	}

	private static String body(JsonNode upload) {
		StringBuilder body = new StringBuilder();
		upload.path("fields")
			.propertyStream()
			.forEach((field) -> body.append("--AaB\r\nContent-Disposition: form-data; name=\"")
				.append(field.getKey())
				.append("\"\r\n\r\n")
				.append(field.getValue().asString())
				.append("\r\n"));
		return body
			.append("--AaB\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.pdf\"\r\n"
					+ "Content-Type: application/pdf\r\n\r\n")
			.append(CONTENT)
			.append("\r\n--AaB--\r\n")
			.toString();
	}

	private Caller.Reply upload(JsonNode upload, String body) {
		return this.caller.send(request(upload, body));
	}

	private static HttpRequest.Builder request(JsonNode upload, String body) {
		return HttpRequest.newBuilder(URI.create(upload.path("url").asString()))
			.header("Content-Type", "multipart/form-data; boundary=AaB")
			.POST(HttpRequest.BodyPublishers.ofString(body));
	}

	private JsonNode attach(JsonNode upload) {
		return this.caller
			.post("/candidate.uploadFile",
					"{\"candidateId\":\"" + this.candidate.id() + "\",\"fileHandle\":\""
							+ upload.path("handle").asString() + "\"}")
			.json();
	}

	private static int length() {
		return CONTENT.getBytes(StandardCharsets.UTF_8).length;
	}

}
