package io.bgvbridge.sandbox.ashby;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class RecruiterTests {

	private static final String TYPE = "e9ed20fd-d45f-4aad-8a00-a19bfba0083e";

	private static final String ID = "7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11";

	private static final String STARTED = """
			{"success":true,"results":{"assessment_id":"%1$s","update_request":{"assessment_id":"%1$s",
			"timestamp":1665680638489,"assessment_status":
			{"identifier":"status","label":"Status","type":"string","value":"Started"}}}}""".formatted(ID);

	private final GatewayStub gateway = new GatewayStub();

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"));

	private final Candidate candidate = this.ashby.candidates().getFirst();

	@BeforeEach
	void connect() {
		Caller.Reply reply = this.caller.post("/ui/integration",
				"{\"baseUrl\":\"" + this.gateway.baseUrl() + "/\",\"externalApiToken\":\"token\"}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).doesNotContain("token");
	}

	@AfterEach
	void close() {
		this.server.close();
		this.gateway.close();
	}

	@Test
	void listsAssessmentTypes() {
		this.gateway.answers(200, list(type(TYPE, "\"India BGV\"")));
		JsonNode types = this.caller.get("/ui/assessment-types").json();
		assertThat(types).singleElement()
			.satisfies((type) -> assertThat(type.path("assessmentTypeId").asString()).isEqualTo(TYPE))
			.satisfies((type) -> assertThat(type.path("name").asString()).isEqualTo("India BGV"));
		assertThat(this.gateway.paths()).containsExactly("/ashby/assessment.list");
		assertThat(this.gateway.authorizations()).containsExactly(Caller.basic("token:"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "nonsense", "{}", "{\"success\":false,\"results\":[]}", "{\"success\":\"true\",\"results\":[]}",
					"{\"success\":true}", "{\"success\":true,\"results\":{}}", "{\"success\":true,\"results\":[{}]}",
					"{\"success\":true,\"results\":[{\"assessment_type_id\":\"sv:12:34\",\"name\":\"x\"}]}",
					"{\"success\":true,\"results\":[{\"assessment_type_id\":\"" + TYPE + "\"}]}",
					"{\"success\":true,\"results\":[{\"assessment_type_id\":\"" + TYPE + "\",\"name\":\"a\"},"
							+ "{\"assessment_type_id\":\"" + TYPE + "\",\"name\":\"b\"}]}" })
	void refusesUnfitList(String answer) {
		this.gateway.answers(200, answer);
		assertThat(this.caller.get("/ui/assessment-types").status()).isEqualTo(502);
	}

	@Test
	void refusesListWithOtherStatusOrType() {
		this.gateway.answers(401, list(""));
		assertThat(this.caller.get("/ui/assessment-types").json().path("detail").asString()).contains("401");
		this.gateway.answers(200, list(""));
		assertThat(this.caller.get("/ui/assessment-types").status()).isEqualTo(200);
		this.gateway.answersAs("text/html");
		assertThat(this.caller.get("/ui/assessment-types").status()).isEqualTo(502);
	}

	@Test
	void sendsTheWholeStartBody() {
		this.gateway.answers(200, STARTED);
		this.caller.post("/ui/start",
				"{\"assessmentTypeId\":\"%s\",\"applicationId\":\"%s\",".formatted(TYPE, this.candidate.applicationId())
						+ "\"additionalFields\":{\"phone\":\"9876543210\"}}");
		assertThat(this.gateway.paths()).containsExactly("/ashby/assessment.start");
		JsonNode body = Json.read(this.gateway.bodies().getFirst());
		assertThat(body.propertyNames()).containsExactlyInAnyOrder("assessment_type_id", "candidate", "application",
				"job", "additional_fields");
		assertThat(body.path("candidate").propertyNames()).containsExactlyInAnyOrder("ashby_id", "first_name",
				"last_name", "email", "ashby_profile_url");
		assertThat(body.path("candidate").path("ashby_id").asString()).isEqualTo(this.candidate.id());
		assertThat(body.path("application").path("ashby_id").asString()).isEqualTo(this.candidate.applicationId());
		assertThat(body.path("job").propertyNames()).containsExactlyInAnyOrder("ashby_id", "name", "req_id",
				"ashby_job_url", "hiringTeam");
		assertThat(body.toString()).doesNotContain(this.candidate.phone());
	}

	@Test
	void appliesTheInlineUpdateAsFirstStatus() {
		this.gateway.answers(200, STARTED);
		JsonNode answer = start().json();
		assertThat(answer.path("outcome").asString()).isEqualTo("accepted");
		assertThat(answer.path("assessment").path("status").asString()).isEqualTo("Started");
		assertThat(answer.path("assessment").path("startedAt").asLong()).isEqualTo(1665680638489L);
		assertThat(answer.path("assessment").path("candidateId").asString()).isEqualTo(this.candidate.id());
		assertThat(this.caller.get("/ui/assessments").json()).hasSize(1);
	}

	@Test
	void knowsTheSameAssessmentAfterRepeatedStart() {
		this.gateway.answers(200, STARTED);
		start();
		this.gateway.answers(200, STARTED.replace("\"Started\"", "\"In progress\""));
		assertThat(start().status()).isEqualTo(200);
		assertThat(this.ashby.assessments()).singleElement().extracting(Assessment::status).isEqualTo("Started");
	}

	@Test
	void refusesAnIdThatBelongsToAnotherApplication() {
		this.gateway.answers(200, STARTED);
		start();
		Outcome outcome = this.ashby.recruiter().start(TYPE, this.ashby.candidates().getLast().id());
		assertThat(outcome).isInstanceOf(Outcome.Broken.class);
	}

	@Test
	void tells409And422() {
		this.gateway.answers(409, "");
		assertThat(start().json().path("outcome").asString()).isEqualTo("already-being-assessed");
		this.gateway.answers(422, "{\"message\":\"Add a phone number\"}");
		Caller.Reply refused = start();
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.json().path("message").asString()).isEqualTo("Add a phone number");
		this.gateway.answers(422, "{\"success\":false}");
		assertThat(start().status()).isEqualTo(502);
		assertThat(this.ashby.assessments()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"success\":true}", "{\"success\":false,\"results\":{\"assessment_id\":\"" + ID + "\"}}",
			"{\"success\":true,\"results\":{\"assessment_id\":\"7\"}}",
			"{\"success\":true,\"results\":{\"assessment_id\":\"" + ID + "\",\"update_request\":{}}}",
			"{\"success\":true,\"results\":{\"assessment_id\":\"" + ID
					+ "\",\"update_request\":{\"assessment_id\":\"00000000-0000-4000-8000-000000000000\","
					+ "\"timestamp\":1665680638489,\"cancelled_reason\":"
					+ "{\"identifier\":\"c\",\"label\":\"C\",\"type\":\"string\",\"value\":\"x\"}}}}" })
	void refusesUnfitStartAnswer(String answer) {
		this.gateway.answers(200, answer);
		Caller.Reply reply = start();
		assertThat(reply.status()).isEqualTo(502);
		assertThat(reply.json().path("outcome").asString()).isEqualTo("broken");
		assertThat(this.ashby.assessments()).isEmpty();
	}

	@Test
	void tellsWhenNobodyAnswers() {
		this.gateway.close();
		assertThat(start().json().path("problem").asString()).startsWith("did not answer");
	}

	@Test
	void cancels() {
		this.gateway.answers(200, STARTED);
		start();
		this.gateway.answers(200, "{\"success\":true,\"results\":{\"assessment_id\":\"" + ID + "\"}}");
		Caller.Reply reply = this.caller.post("/ui/assessments/" + ID + "/cancel", "");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.json().path("assessment").path("cancelAcceptedAt").asString()).isNotBlank();
		assertThat(this.gateway.bodies().getLast()).isEqualTo("{\"assessment_id\":\"" + ID + "\"}");
		this.gateway.answers(200, "{\"success\":true,\"results\":[]}");
		assertThat(this.caller.post("/ui/assessments/" + ID + "/cancel", "").status()).isEqualTo(502);
		this.gateway.answers(404, "{\"success\":false,\"errors\":[\"assessment_not_found\"],"
				+ "\"errorInfo\":{\"code\":\"assessment_not_found\",\"message\":\"Not known\"}}");
		assertThat(this.caller.post("/ui/assessments/" + ID + "/cancel", "").json().path("problem").asString())
			.isEqualTo("answered HTTP 404: assessment_not_found: Not known");
		assertThat(this.caller.post("/ui/assessments/" + TYPE + "/cancel", "").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"assessmentTypeId\":\"7\",\"candidateId\":\"x\"}",
			"{\"assessmentTypeId\":\"" + TYPE + "\"}",
			"{\"assessmentTypeId\":\"" + TYPE + "\",\"candidateId\":\"a\",\"applicationId\":\"b\"}" })
	void refusesUnfitStart(String body) {
		assertThat(this.caller.post("/ui/start", body).status()).isEqualTo(400);
	}

	@Test
	void startsNobodyUnknownAndNothingUnconnected() {
		String unknown = "{\"assessmentTypeId\":\"" + TYPE + "\",\"candidateId\":\"" + ID + "\"}";
		assertThat(this.caller.post("/ui/start", unknown).status()).isEqualTo(404);
		try (SandboxServer fresh = SandboxServer.start(0, new AshbySimulator())) {
			assertThat(new Caller(fresh.url("ashby")).get("/ui/assessment-types").status()).isEqualTo(409);
		}
	}

	@Test
	void addsCandidate() {
		JsonNode added = this.caller
			.post("/ui/candidates", "{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a.b@example.com\"}")
			.json();
		assertThat(this.ashby.candidates()).last()
			.satisfies((last) -> assertThat(last.id()).isEqualTo(added.path("candidateId").asString()))
			.satisfies((last) -> assertThat(last.applicationId()).isEqualTo(added.path("applicationId").asString()));
		assertThat(this.caller.post("/ui/candidates", "{\"firstName\":\"A\"}").status()).isEqualTo(400);
	}

	@Test
	void seedsPhonesOfManyForms() {
		JsonNode candidates = this.caller.get("/ui/candidates").json();
		assertThat(candidates.valueStream()).extracting((each) -> each.path("phone").asString(""))
			.contains("+91 98765 43210", "098765-43211", "");
	}

	private Caller.Reply start() {
		return this.caller.post("/ui/start",
				"{\"assessmentTypeId\":\"" + TYPE + "\",\"candidateId\":\"" + this.candidate.id() + "\"}");
	}

	private static String list(String types) {
		return "{\"success\":true,\"results\":[" + types + "]}";
	}

	private static String type(String id, String name) {
		return "{\"assessment_type_id\":\"" + id + "\",\"name\":" + name + ",\"description\":\"d\"}";
	}

}
