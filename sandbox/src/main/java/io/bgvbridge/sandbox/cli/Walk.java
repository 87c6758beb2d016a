package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * One check at SpringVerify on its whole way, from connecting the two vendors to the
 * report, told hop by hop. Every hop is looked at where it must show: at the vendors'
 * simulators and in the operators' API.
 */
final class Walk {

	private static final int OK = 200;

	private final Addresses addresses;

	private final Rest gateway;

	private final Rest ashby;

	private final Rest springVerify;

	private final Journal journal;

	private final Waiting waiting = new Waiting(Duration.ofSeconds(60));

	private final Person person = Person.random(new Random());

	Walk(Addresses addresses, Operator operator, Journal journal) {
		this.addresses = addresses;
		this.gateway = Rest.at(addresses.gateway(), operator);
		this.ashby = Rest.at(addresses.sandbox() + "/ashby");
		this.springVerify = Rest.at(addresses.sandbox() + "/springverify");
		this.journal = journal;
	}

	/**
	 * Walks.
	 * @throws WalkFailure if a hop is not as it must be
	 */
	void go() {
		Connected connected = connect();
		String assessmentId = start(assessmentType(), connected);
		JsonNode candidate = orderedCandidate();
		completeForm(candidate.path("id").asLong(), assessmentId);
		report(finalAssessment(assessmentId));
		timeline(assessmentId);
	}

	private Connected connect() {
		Connected connected = Connected.read(this.gateway.post("/api/connections", this.addresses.connection("demo")));
		this.journal.note("connection made: " + connected.connectionId());
		this.ashby.post("/ui/integration",
				Map.of("baseUrl", connected.baseUrl(), "externalApiToken", connected.externalApiToken()));
		this.springVerify.post("/ui/callback",
				Map.of("url", connected.callbackUrl(), "secret", connected.callbackSecret()));
		this.journal.note("token pasted into Ashby, callback address and secret into SpringVerify");
		String path = "/api/connections/" + connected.connectionId();
		JsonNode connection = this.waiting.until("the connection to be LIVE", () -> this.gateway.get(path),
				(found) -> List.of("LIVE", "FAILED").contains(found.path("status").asString()));
		if (!connection.path("status").asString().equals("LIVE")) {
			throw new WalkFailure("the connection's test failed: " + connection);
		}
		this.journal.note("connection tested at both sides: LIVE");
		return connected;
	}

	private String assessmentType() {
		JsonNode types = this.waiting.until("assessment types", () -> this.ashby.get("/ui/assessment-types"),
				(found) -> !found.isEmpty());
		types.forEach((type) -> this.journal.note("assessment.list shows: " + type.path("name").asString()));
		return types.get(0).path("assessmentTypeId").asString();
	}

	private String start(String typeId, Connected connected) {
		String candidateId = this.ashby
			.post("/ui/candidates", Map.of("firstName", this.person.firstName(), "lastName", this.person.lastName(),
					"email", this.person.email(), "phone", this.person.typedPhone()))
			.path("candidateId")
			.asString();
		JsonNode outcome = this.ashby.post("/ui/start", Map.of("assessmentTypeId", typeId, "candidateId", candidateId));
		String assessmentId = outcome.path("assessment").path("assessmentId").asString();
		this.journal.note("assessment.start accepted: " + assessmentId);
		return assessmentId;
	}

	private JsonNode orderedCandidate() {
		List<JsonNode> candidates = this.waiting.until("the candidate to be created at SpringVerify",
				() -> StreamSupport.stream(this.springVerify.get("/ui/candidates").spliterator(), false)
					.filter((found) -> found.path("email").asString().equals(this.person.email()))
					.toList(),
				(found) -> !found.isEmpty());
		JsonNode candidate = candidates.getFirst();
		require("SpringVerify's candidates of this person", "1", Integer.toString(candidates.size()));
		require("the candidate's name", this.person.name(), candidate.path("name").asString());
		require("the candidate's phone", this.person.phone(), candidate.path("phone").asString());
		this.journal.note("candidate " + candidate.path("id").asLong()
				+ " created at SpringVerify, with name, e-mail and the phone's ten digits");
		return candidate;
	}

	private void completeForm(long candidateId, String assessmentId) {
		this.springVerify.post("/ui/candidates/" + candidateId + "/submit-form", Map.of());
		this.journal.note("candidate submitted the form; SpringVerify called back");
		this.waiting.until("the progress to reach Ashby", () -> assessment(assessmentId),
				(found) -> found.path("statuses").size() > 1);
		this.journal.note("Ashby shows: " + assessment(assessmentId).path("status").asString());
		this.springVerify.post("/ui/candidates/" + candidateId + "/complete", Map.of());
		this.journal.note("SpringVerify completed the check and called back");
	}

	private JsonNode finalAssessment(String assessmentId) {
		JsonNode assessment = this.waiting.until("the result to reach Ashby", () -> assessment(assessmentId),
				(found) -> found.path("state").asString().equals("complete"));
		JsonNode statuses = assessment.path("statuses");
		require("Ashby's first status", "Started", statuses.path(0).path("value").asString());
		require("Ashby's results", "1", Integer.toString(assessment.path("resultsReceived").asInt()));
		statuses.forEach((status) -> this.journal
			.note("Ashby's history: " + status.path("value").asString() + " at " + status.path("timestamp").asLong()));
		this.journal.note("Ashby holds the result: " + assessment.path("result").path("label").asString() + " = "
				+ assessment.path("result").path("value").asString());
		return assessment;
	}

	private void report(JsonNode assessment) {
		URI link = URI.create(assessment.path("profileUrl").path("value").asString());
		this.journal.note("Ashby holds the report link: " + link);
		HttpResponse<byte[]> stranger = Rest.at("").fetch(link);
		require("the report's status without login", "401", Integer.toString(stranger.statusCode()));
		HttpResponse<byte[]> report = this.gateway.fetch(link);
		require("the report's status", Integer.toString(OK), Integer.toString(report.statusCode()));
		String beginning = new String(report.body(), 0, Math.min(5, report.body().length), StandardCharsets.US_ASCII);
		require("the report's first bytes", "%PDF-", beginning);
		this.journal.note("report opened with the operator's login: a PDF of " + report.body().length + " bytes");
	}

	private void timeline(String assessmentId) {
		JsonNode verification = this.gateway.get("/api/verifications/" + assessmentId);
		JsonNode timeline = verification.path("timeline");
		if (timeline.isEmpty()) {
			throw new WalkFailure("GET /api/verifications/" + assessmentId + " shows no timeline");
		}
		timeline.forEach((entry) -> this.journal
			.note("timeline: " + entry.path("at").asString() + "  " + entry.path("hop").asString()));
		this.journal.note("verification is " + verification.path("state").asString() + ", revision "
				+ verification.path("revision").asString());
	}

	private JsonNode assessment(String assessmentId) {
		return this.ashby.get("/ui/assessments/" + assessmentId);
	}

	private static void require(String what, String expected, String found) {
		if (!expected.equals(found)) {
			throw new WalkFailure(what + " should be " + expected + ", and is " + found);
		}
	}

}
