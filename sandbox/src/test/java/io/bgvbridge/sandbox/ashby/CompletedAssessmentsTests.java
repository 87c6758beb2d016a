package io.bgvbridge.sandbox.ashby;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CompletedAssessmentsTests {

	private static final String ID = "7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11";

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"), Caller.basic(AshbySimulator.API_KEY + ":"));

	private final Candidate candidate = this.ashby.candidates().getFirst();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void keepsTheNewest() {
		accepted(body(1, "Clear"));
		accepted(body(2, "Discrepancy"));
		JsonNode shown = this.caller.get("/ui/completed").json();
		assertThat(shown).singleElement()
			.satisfies((one) -> assertThat(one.path("assessmentId").asString()).isEqualTo(ID))
			.satisfies((one) -> assertThat(one.path("result").path("value").asString()).isEqualTo("Discrepancy"))
			.satisfies((one) -> assertThat(one.path("updatesReceived").asInt()).isEqualTo(2));
	}

	@Test
	void takesAnIdenticalBodyAsARepeat() {
		accepted(body(1, "Clear"));
		accepted(body(2, "Discrepancy"));
		JsonNode repeat = accepted(body(1, "Clear"));
		assertThat(repeat.path("result").path("value").asString()).isEqualTo("Discrepancy");
		assertThat(this.ashby.completedAssessments()).singleElement()
			.satisfies((one) -> assertThat(one.updatesReceived()).isEqualTo(2))
			.satisfies((one) -> assertThat(one.repeatsReceived()).isEqualTo(1));
	}

	@Test
	void refusesAnotherBodyThatIsNotNewer() {
		accepted(body(2, "Clear"));
		assertThat(refused(body(2, "Discrepancy"))).startsWith("timestamp");
		assertThat(refused(body(1, "Discrepancy"))).startsWith("timestamp");
		assertThat(this.ashby.completedAssessments()).extracting((one) -> one.result().text()).containsExactly("Clear");
	}

	@Test
	void refusesAnotherCandidateButFollowsAMerge() {
		accepted(body(1, "Clear"));
		Candidate other = this.ashby.candidates().getLast();
		String newer = body(2, "Clear").replace(this.candidate.id(), other.id());
		assertThat(refused(newer)).contains("belongs to another candidate");
		this.ashby.pipeline().merge(this.candidate.id(), other.id());
		accepted(newer);
		assertThat(this.ashby.completedAssessments()).extracting(CompletedAssessment::candidateId)
			.containsExactly(other.id());
	}

	@Test
	void keepsOneTypeForAnIdentifierAcrossBothCalls() {
		this.ashby.adoptUnknownAssessments(true);
		accepted(body(1, "Clear"));
		JsonNode answer = this.caller.post("/assessment.update", "{\"assessment_id\":\"" + ID
				+ "\",\"timestamp\":1665990638489,"
				+ "\"assessment_status\":{\"identifier\":\"result\",\"label\":\"R\",\"type\":\"numeric_score\",\"value\":1}}")
			.json();
		assertThat(answer.path("errorInfo").path("message").asString()).contains("was of type string before");
	}

	private JsonNode accepted(String body) {
		JsonNode answer = this.caller.post("/assessment.addCompletedToCandidate", body).json();
		assertThat(answer.path("success").asBoolean()).as(answer.toString()).isTrue();
		return answer.path("results");
	}

	private String refused(String body) {
		JsonNode answer = this.caller.post("/assessment.addCompletedToCandidate", body).json();
		assertThat(answer.path("success").asBoolean(true)).isFalse();
		return answer.path("errorInfo").path("message").asString();
	}

	private String body(int step, String result) {
		return """
				{"candidateId":"%s","partnerId":"%s","assessment":{
				"assessmentTypeId":"e9ed20fd-d45f-4aad-8a00-a19bfba0083e","assessmentId":"%s","assessmentName":"BGV",
				"result":{"identifier":"result","label":"Result","type":"string","value":"%s"},
				"metadata":[]},"timestamp":%d}""".formatted(this.candidate.id(), AshbySimulator.PARTNER_ID, ID, result,
				1_665_990_638_489L + step);
	}

}
