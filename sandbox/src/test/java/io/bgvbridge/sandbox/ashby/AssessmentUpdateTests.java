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

class AssessmentUpdateTests {

	private static final String ID = "7b0f0d0e-6a0b-4b55-9f0a-0e6f4e0f3c11";

	private static final String STATUS = "\"assessment_status\":"
			+ "{\"identifier\":\"status\",\"label\":\"Status\",\"type\":\"string\",\"value\":\"Started\"}";

	private static final String PROFILE = "\"assessment_profile_url\":"
			+ "{\"identifier\":\"profile_url\",\"label\":\"Open\",\"type\":\"url\",\"value\":\"https://p.example/1\"}";

	private static final String RESULT = "\"assessment_result\":"
			+ "{\"identifier\":\"result\",\"label\":\"Result\",\"type\":\"string\",\"value\":\"Clear\"}";

	private static final String REASON = "\"cancelled_reason\":"
			+ "{\"identifier\":\"cancelled_reason\",\"label\":\"Cancelled\",\"type\":\"string\",\"value\":\"Withdrew\"}";

	private final AshbySimulator ashby = new AshbySimulator();

	private final SandboxServer server = SandboxServer.start(0, this.ashby);

	private final Caller caller = new Caller(this.server.url("ashby"), Caller.basic(AshbySimulator.API_KEY + ":"));

	@BeforeEach
	void adopt() {
		this.caller.post("/ui/settings", "{\"adoptUnknownAssessments\":true}");
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void recordsProgressAndResult() {
		accepted(update(1, STATUS + "," + PROFILE));
		accepted(update(2, STATUS.replace("Started", "In progress") + ",\"metadata\":["
				+ value("eta", "numeric_duration_minutes", "2880") + "," + value("score", "numeric_score", "7.5") + ","
				+ value("passed", "boolean_success", "true") + "]"));
		accepted(update(3, STATUS.replace("Started", "Complete") + "," + PROFILE + "," + RESULT));
		Assessment assessment = assessment();
		assertThat(assessment.state()).isEqualTo("complete");
		assertThat(assessment.adopted()).isTrue();
		assertThat(assessment.startedAt()).isEqualTo(timestamp(1));
		assertThat(assessment.statuses()).extracting(Assessment.StatusChange::value)
			.containsExactly("Started", "In progress", "Complete");
		assertThat(assessment.metadata()).containsOnlyKeys("eta", "score", "passed");
		assertThat(assessment.resultsReceived()).isEqualTo(1);
		assertThat(assessment.updatesReceived()).isEqualTo(3);
		JsonNode view = this.caller.get("/ui/assessments/" + ID).json();
		assertThat(view.path("status").asString()).isEqualTo("Complete");
		assertThat(view.path("adopted").asBoolean()).isTrue();
		assertThat(view.path("result").path("value").asString()).isEqualTo("Clear");
		assertThat(view.path("profileUrl").path("value").asString()).isEqualTo("https://p.example/1");
	}

	@Test
	void keepsTheHistoryOfAcceptedUpdates() {
		String second = update(2, STATUS + "," + PROFILE + "," + RESULT);
		accepted(update(1, STATUS));
		accepted(second);
		accepted(second);
		refused(update(2, STATUS));
		accepted(update(3, STATUS + "," + PROFILE + "," + RESULT));
		accepted(update(4, REASON));
		assertThat(assessment().history()).extracting(Assessment.AcceptedUpdate::timestamp)
			.containsExactly(timestamp(1), timestamp(2), timestamp(3), timestamp(4));
		assertThat(assessment().resultsReceived()).isEqualTo(2);
		JsonNode history = this.caller.get("/ui/assessments/" + ID).json().path("history");
		assertThat(history.path(1).path("status").asString()).isEqualTo("Started");
		assertThat(history.path(1).path("result").asString()).isEqualTo("Clear");
		assertThat(history.path(3).path("cancelled").asString()).isEqualTo("Withdrew");
		assertThat(history.path(3).path("result").isNull()).isTrue();
	}

	@Test
	void recordsCancelWithoutStatus() {
		accepted(update(1, REASON + ",\"assessment_status\":null,\"metadata\":null"));
		assertThat(assessment().state()).isEqualTo("cancelled");
	}

	@Test
	void doesNotKnowWhatItDidNotStart() {
		this.ashby.adoptUnknownAssessments(false);
		assertThat(refused(update(1, STATUS)).path("code").asString()).isEqualTo("assessment_not_found");
		assertThat(this.ashby.assessments()).isEmpty();
	}

	@Test
	void acceptsByteForByteRepeatWithoutEffect() {
		String first = update(1, STATUS + "," + PROFILE + "," + RESULT);
		accepted(first);
		accepted(update(2, STATUS));
		accepted(first);
		assertThat(assessment().resultsReceived()).isEqualTo(1);
		assertThat(assessment().statuses()).hasSize(2);
		assertThat(assessment().repeatsReceived()).isEqualTo(1);
	}

	@Test
	void refusesTimestampThatDoesNotIncrease() {
		accepted(update(2, STATUS));
		assertThat(refused(update(2, STATUS.replace("Started", "Other"))).path("message").asString())
			.startsWith("timestamp");
		assertThat(refused(update(1, STATUS)).path("message").asString()).startsWith("timestamp");
		assertThat(assessment().statuses()).hasSize(1);
	}

	@Test
	void refusesSecondTypeForIdentifier() {
		accepted(update(1, STATUS + ",\"metadata\":[" + value("eta", "numeric_score", "1") + "]"));
		JsonNode refusal = refused(update(2, STATUS + ",\"metadata\":[" + value("eta", "string", "\"1\"") + "]"));
		assertThat(refusal.path("message").asString()).contains("eta").contains("numeric_score");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", PROFILE, STATUS + "," + RESULT, STATUS + ",\"surprise\":1",
			STATUS + "," + PROFILE + ",\"assessment_result\":[]", STATUS + "," + PROFILE + "," + RESULT + "," + REASON,
			STATUS + ",\"metadata\":{}", STATUS + ",\"cancelled_reason\":null",
			STATUS + ",\"assessment_profile_url\":{\"identifier\":\"p\",\"label\":\"P\",\"type\":\"string\",\"value\":\"https://p.example\"}",
			STATUS + ",\"metadata\":[{\"identifier\":\"status\",\"label\":\"S\",\"type\":\"string\",\"value\":\"x\"}]",
			STATUS + ",\"metadata\":[{\"identifier\":\"a\",\"label\":\"S\",\"type\":\"string\",\"value\":\"x\"},"
					+ "{\"identifier\":\"a\",\"label\":\"S\",\"type\":\"string\",\"value\":\"y\"}]" })
	void refusesUnfitBody(String members) {
		refusedAsInvalid(update(1, members));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"label\":\"L\",\"type\":\"string\",\"value\":\"x\"",
			"\"identifier\":\"\",\"label\":\"L\",\"type\":\"string\",\"value\":\"x\"",
			"\"identifier\":\"i\",\"type\":\"string\",\"value\":\"x\"",
			"\"identifier\":\"i\",\"label\":\"L\",\"value\":\"x\"",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"date\",\"value\":\"x\"",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"string\"",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"string\",\"value\":null",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"string\",\"value\":7",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"url\",\"value\":\"ftp://p.example/x\"",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"url\",\"value\":\"not a url\"",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"numeric_score\",\"value\":\"7\"",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"numeric_duration_minutes\",\"value\":-1",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"boolean_success\",\"value\":\"true\"",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"string\",\"value\":\"x\",\"description\":7",
			"\"identifier\":\"i\",\"label\":\"L\",\"type\":\"string\",\"value\":\"x\",\"colour\":\"red\"" })
	void refusesUnfitDataValue(String members) {
		refusedAsInvalid(update(1, STATUS + ",\"metadata\":[{" + members + "}]"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1665680638", "1665680638489000", "\"1665680638489\"", "1665680638489.5", "null" })
	void refusesUnfitTimestamp(String timestamp) {
		refusedAsInvalid("{\"assessment_id\":\"" + ID + "\",\"timestamp\":" + timestamp + "," + STATUS + "}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"7\"", "7", "null", "\"7b0f0d0e6a0b4b559f0a0e6f4e0f3c11\"" })
	void refusesUnfitAssessmentId(String id) {
		refusedAsInvalid("{\"assessment_id\":" + id + ",\"timestamp\":1665680638489," + STATUS + "}");
	}

	private void accepted(String body) {
		Caller.Reply reply = this.caller.post("/assessment.update", body);
		assertThat(reply.json()).isEqualTo(Json.read("{\"success\":true}"));
	}

	private JsonNode refused(String body) {
		Caller.Reply reply = this.caller.post("/assessment.update", body);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.json().path("success").asBoolean(true)).isFalse();
		return reply.json().path("errorInfo");
	}

	private void refusedAsInvalid(String body) {
		assertThat(refused(body).path("code").asString()).isEqualTo("invalid_input");
		assertThat(this.ashby.assessments()).isEmpty();
	}

	private Assessment assessment() {
		Assessment assessment = this.ashby.assessment(ID);
		assertThat(assessment).isNotNull();
		return assessment;
	}

	private static long timestamp(int step) {
		return 1_665_680_638_489L + step;
	}

	private static String update(int step, String members) {
		return "{\"assessment_id\":\"" + ID + "\",\"timestamp\":" + timestamp(step)
				+ (members.isEmpty() ? "" : "," + members) + "}";
	}

	private static String value(String identifier, String type, String value) {
		return "{\"identifier\":\"%s\",\"label\":\"L\",\"type\":\"%s\",\"value\":%s}".formatted(identifier, type,
				value);
	}

}
