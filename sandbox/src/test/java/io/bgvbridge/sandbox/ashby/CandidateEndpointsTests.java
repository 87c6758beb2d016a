package io.bgvbridge.sandbox.ashby;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CandidateEndpointsTests {

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"), Caller.basic(AshbySimulator.API_KEY + ":"));

	private final Candidate candidate = this.ashby.addCandidate("Nila", "Bose", "nila.bose@example.com",
			"+91 98765 00001");

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void tellsCandidateWithPhone() {
		JsonNode results = results("/candidate.info", "{\"id\":\"" + this.candidate.id() + "\"}");
		assertThat(results.path("name").asString()).isEqualTo("Nila Bose");
		assertThat(results.path("primaryPhoneNumber").path("value").asString()).isEqualTo("+91 98765 00001");
		assertThat(results.path("phoneNumbers")).hasSize(1);
		assertThat(results.path("applicationIds").path(0).asString()).isEqualTo(this.candidate.applicationId());
	}

	@Test
	void tellsCandidateWithoutPhone() {
		Candidate silent = this.ashby.addCandidate("No", "Phone", "no.phone@example.com", null);
		JsonNode results = results("/candidate.info", "{\"id\":\"" + silent.id() + "\"}");
		assertThat(results.has("primaryPhoneNumber")).isFalse();
		assertThat(results.path("phoneNumbers").isArray()).isTrue();
		assertThat(results.path("phoneNumbers")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"00000000-0000-4000-8000-000000000000\"}", "{\"externalMappingId\":\"x\"}" })
	void doesNotFindUnknownCandidate(String body) {
		assertThat(code("/candidate.info", body)).isEqualTo("candidate_not_found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\":\"7\"}", "{\"id\":7}", "{\"id\":\"\"}", "{\"candidateId\":\"x\"}" })
	void refusesUnfitLookUp(String body) {
		assertThat(code("/candidate.info", body)).isEqualTo("invalid_input");
	}

	@Test
	void searchesByEmailAndName() {
		assertThat(results("/candidate.search", "{\"email\":\"NILA.BOSE@example.com\"}")).hasSize(1);
		assertThat(results("/candidate.search", "{\"name\":\"bose\"}")).hasSize(1);
		assertThat(results("/candidate.search", "{\"name\":\"bose\",\"email\":\"other@example.com\"}")).isEmpty();
		assertThat(code("/candidate.search", "{}")).isEqualTo("invalid_input");
		assertThat(code("/candidate.search", "{\"email\":1}")).isEqualTo("invalid_input");
	}

	@Test
	void writesNotes() {
		results("/candidate.createNote", note("\"done\""));
		results("/candidate.createNote", note("{\"type\":\"text/html\",\"value\":\"<b>done</b>\"}"));
		assertThat(this.ashby.notes()).extracting(Note::text).containsExactly("done", "<b>done</b>");
		assertThat(this.caller.get("/ui/notes").json()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "7", "{\"type\":\"text/markdown\",\"value\":\"x\"}", "{\"type\":\"text/html\"}",
			"\"x\",\"sendNotifications\":\"no\"", "\"x\",\"colour\":\"red\"" })
	void refusesUnfitNote(String note) {
		assertThat(code("/candidate.createNote", note(note))).isEqualTo("invalid_input");
		assertThat(this.ashby.notes()).isEmpty();
	}

	@Test
	void addsCompletedAssessment() {
		JsonNode results = results("/assessment.addCompletedToCandidate", completed(AshbySimulator.PARTNER_ID, "[]"));
		assertThat(results.path("applicationId").asString()).isEqualTo(this.candidate.applicationId());
		assertThat(results.path("result").path("value").asString()).isEqualTo("Clear");
	}

	@Test
	void refusesUnfitCompletedAssessment() {
		String operation = "/assessment.addCompletedToCandidate";
		String good = completed(AshbySimulator.PARTNER_ID, "[]");
		assertThat(code(operation, completed("00000000-0000-4000-8000-000000000000", "[]"))).isEqualTo("invalid_input");
		assertThat(code(operation, completed(AshbySimulator.PARTNER_ID, "{}"))).isEqualTo("invalid_input");
		assertThat(code(operation, good.replace("1665990638489", "1665990638"))).isEqualTo("invalid_input");
		assertThat(code(operation, good.replace("\"assessmentName\":\"BGV\",", ""))).isEqualTo("invalid_input");
		assertThat(code(operation, good.replace("assessmentName", "title"))).isEqualTo("invalid_input");
		assertThat(code(operation, good.replace(this.candidate.id(), "00000000-0000-4000-8000-000000000000")))
			.isEqualTo("candidate_not_found");
	}

	private String note(String note) {
		return "{\"candidateId\":\"" + this.candidate.id() + "\",\"note\":" + note + "}";
	}

	private String completed(String partnerId, String metadata) {
		return """
				{"candidateId":"%s","partnerId":"%s","assessment":{
				"assessmentTypeId":"e9ed20fd-d45f-4aad-8a00-a19bfba0083e",
				"assessmentId":"7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11","assessmentName":"BGV",
				"result":{"identifier":"result","label":"Result","type":"string","value":"Clear"},
				"metadata":%s},"timestamp":1665990638489}""".formatted(this.candidate.id(), partnerId, metadata);
	}

	private JsonNode results(String path, String body) {
		JsonNode answer = this.caller.post(path, body).json();
		assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
		return answer.path("results");
	}

	private String code(String path, String body) {
		Caller.Reply reply = this.caller.post(path, body);
		assertThat(reply.status()).isEqualTo(200);
		return reply.json().path("errorInfo").path("code").asString();
	}

}
