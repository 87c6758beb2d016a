package io.bgvbridge.sandbox.cli;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What the operator does and sees at the gateway.
 *
 * @param walk the walk
 * @param rest calls the gateway with the operator's credentials
 */
record OperatorView(Walk walk, Rest rest) {

	private static final String OK = "200";

	/** Connects both vendors, pastes the answer into them and waits for the test. */
	Connected connect(Map<String, Object> connection) {
		Connected connected = Connected.read(this.rest.post("/api/connections", connection));
		this.walk.note("connection made: " + connected.connectionId());
		this.walk.ashby().paste(connected);
		this.walk.springVerify().callback(connected);
		this.walk.note("token pasted into Ashby, callback address and secret into SpringVerify");
		live(connected);
		this.walk.note("connection tested at both sides: LIVE");
		return connected;
	}

	/** Changes a connection, which is LIVE again when this returns. */
	void change(Connected connected, Map<String, Object> change) {
		this.rest.patch("/api/connections/" + connected.connectionId(), change);
		live(connected);
	}

	/** The key of the first package that is offered, once there is one. */
	String packageKey(Connected connected) {
		JsonNode packages = this.walk.until("packages",
				() -> this.rest.get("/api/connections/" + connected.connectionId() + "/packages"),
				(found) -> !found.path("results").isEmpty());
		return packages.path("results").get(0).path("packageKey").asString();
	}

	JsonNode verification(String assessmentId, String member, String value) {
		return this.walk.until(member + " of the verification to be " + value,
				() -> this.rest.get("/api/verifications/" + assessmentId),
				(found) -> found.path(member).asString("").equals(value));
	}

	/** Opens the report behind a link: with the operator's login only. */
	void report(URI link) {
		this.walk.note("Ashby holds the report link: " + link);
		HttpResponse<byte[]> stranger = Rest.at("").fetch(link);
		Walk.require("the report's status without login", "401", Integer.toString(stranger.statusCode()));
		HttpResponse<byte[]> report = this.rest.fetch(link);
		Walk.require("the report's status", OK, Integer.toString(report.statusCode()));
		String beginning = new String(report.body(), 0, Math.min(5, report.body().length), StandardCharsets.US_ASCII);
		Walk.require("the report's first bytes", "%PDF-", beginning);
		this.walk.note("report opened with the operator's login: a PDF of " + report.body().length + " bytes");
	}

	void timeline(String assessmentId) {
		JsonNode verification = this.rest.get("/api/verifications/" + assessmentId);
		JsonNode timeline = verification.path("timeline");
		if (timeline.isEmpty()) {
			throw new WalkFailure("GET /api/verifications/" + assessmentId + " shows no timeline");
		}
		timeline.forEach((entry) -> this.walk
			.note("timeline: " + entry.path("at").asString() + "  " + entry.path("hop").asString()));
		this.walk.note("verification is " + verification.path("state").asString() + ", revision "
				+ verification.path("revision").asString());
	}

	private void live(Connected connected) {
		JsonNode connection = this.walk.until("the connection to be LIVE",
				() -> this.rest.get("/api/connections/" + connected.connectionId()),
				(found) -> List.of("LIVE", "FAILED").contains(found.path("status").asString()));
		if (!connection.path("status").asString().equals("LIVE")) {
			throw new WalkFailure("the connection's test failed: " + connection);
		}
	}

}
