package io.bgvbridge.sandbox.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * What people do and see at Ashby's simulator.
 *
 * @param walk the walk
 * @param rest calls the simulator
 */
record AshbyDesk(Walk walk, Rest rest) {

	private static final String EXPECTED = "bgv-eta";

	void paste(Connected connected) {
		this.rest.post("/ui/integration",
				Map.of("baseUrl", connected.baseUrl(), "externalApiToken", connected.externalApiToken()));
	}

	/** The first type that the recruiter can start, once there is one. */
	String assessmentType() {
		JsonNode types = this.walk.until("assessment types", () -> this.rest.get("/ui/assessment-types"),
				(found) -> !found.isEmpty());
		types.forEach((type) -> this.walk.note("assessment.list shows: " + type.path("name").asString()));
		return types.get(0).path("assessmentTypeId").asString();
	}

	String candidate(Person person) {
		return this.rest
			.post("/ui/candidates", Map.of("firstName", person.firstName(), "lastName", person.lastName(), "email",
					person.email(), "phone", person.typedPhone()))
			.path("candidateId")
			.asString();
	}

	String start(String typeId, String candidateId) {
		JsonNode outcome = this.rest.post("/ui/start", Map.of("assessmentTypeId", typeId, "candidateId", candidateId));
		String assessmentId = outcome.path("assessment").path("assessmentId").asString();
		this.walk.note("assessment.start accepted: " + assessmentId);
		return assessmentId;
	}

	void cancel(String assessmentId) {
		this.rest.post("/ui/assessments/" + assessmentId + "/cancel", Map.of());
		this.walk.note("assessment.cancel accepted: " + assessmentId);
	}

	JsonNode assessment(String assessmentId) {
		return this.rest.get("/ui/assessments/" + assessmentId);
	}

	/** Waits until Ashby shows when the check is expected to be done. */
	void expectedTime(String assessmentId) {
		JsonNode found = this.walk.until("the expected time to reach Ashby", () -> assessment(assessmentId),
				(assessment) -> assessment.path("metadata").has(EXPECTED));
		JsonNode expected = found.path("metadata").path(EXPECTED);
		this.walk.note("Ashby shows: " + expected.path("label").asString() + " " + expected.path("value").asString());
	}

	JsonNode assessment(String assessmentId, String state) {
		return this.walk.until("Ashby to show " + state, () -> assessment(assessmentId),
				(found) -> found.path("state").asString().equals(state));
	}

	/** The assessment with its one result. */
	JsonNode completed(String assessmentId) {
		JsonNode assessment = assessment(assessmentId, "complete");
		JsonNode statuses = assessment.path("statuses");
		Walk.require("Ashby's first status", "Started", statuses.path(0).path("value").asString());
		Walk.require("Ashby's results", "1", Integer.toString(assessment.path("resultsReceived").asInt()));
		statuses.forEach((status) -> this.walk
			.note("Ashby's history: " + status.path("value").asString() + " at " + status.path("timestamp").asLong()));
		this.walk.note("Ashby holds the result: " + assessment.path("result").path("label").asString() + " = "
				+ assessment.path("result").path("value").asString());
		return assessment;
	}

	/** Registers a webhook; the answer to its ping must enable it. */
	String webhook(String url, String secret) {
		JsonNode webhook = this.rest.post("/ui/webhooks", Map.of("requestUrl", url, "secretToken", secret));
		Walk.require("the webhook's state after its ping", "enabled",
				webhook.path("enabled").asBoolean() ? "enabled" : "disabled");
		this.walk.note("webhook registered at Ashby, ping answered: " + url);
		return webhook.path("id").asString();
	}

	void removeWebhook(String id) {
		this.rest.delete("/ui/webhooks/" + id);
	}

	void move(String candidateId, String stageTitle) {
		this.rest.post("/ui/candidates/" + candidateId + "/move", Map.of("stageTitle", stageTitle));
		this.walk.note("candidate moved to the stage '" + stageTitle + "'; nobody pressed Start");
	}

	/** The entries of a list that belong to the candidate, once there are any. */
	List<JsonNode> about(String candidateId, String list) {
		return this.walk.until("the candidate to show in Ashby's " + list,
				() -> StreamSupport.stream(this.rest.get("/ui/" + list).spliterator(), false)
					.filter((entry) -> entry.path("candidateId").asString().equals(candidateId))
					.toList(),
				(found) -> !found.isEmpty());
	}

}
