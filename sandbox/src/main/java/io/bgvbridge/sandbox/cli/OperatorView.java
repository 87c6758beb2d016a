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
		ProviderPortal provider = this.walk.provider();
		provider.callback(connected);
		this.walk.note("token pasted into Ashby, callback address into " + provider.title());
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

	/** Waits until the operator is asked to cancel the order at the provider. */
	void asksForCancelByHand(String assessmentId) {
		this.walk.until("the operator to be asked for a cancel by hand",
				() -> this.rest.get("/api/verifications/" + assessmentId),
				(found) -> found.path("wait").path("reason").asString("").equals("CANCEL_BY_HAND"));
		this.walk.note("the operator's view asks for a cancel by hand");
	}

	/**
	 * Opens the report behind a link: with the operator's login only.
	 * @param link the link that Ashby holds
	 * @param page how the provider's own page begins that it leads to; empty for a PDF
	 */
	void report(URI link, String page) {
		this.walk.note("Ashby holds the report link: " + link);
		HttpResponse<byte[]> stranger = Rest.at("").enduring(this.walk.outage()).fetch(link);
		Walk.require("the report's status without login", "401", Integer.toString(stranger.statusCode()));
		HttpResponse<byte[]> report = this.rest.fetch(link);
		if (!page.isEmpty()) {
			leads(report, page);
			return;
		}
		Walk.require("the report's status", OK, Integer.toString(report.statusCode()));
		String beginning = new String(report.body(), 0, Math.min(5, report.body().length), StandardCharsets.US_ASCII);
		Walk.require("the report's first bytes", "%PDF-", beginning);
		this.walk.note("report opened with the operator's login: a PDF of " + report.body().length + " bytes");
	}

	private void leads(HttpResponse<byte[]> report, String page) {
		Walk.require("the report's status", "303", Integer.toString(report.statusCode()));
		String location = report.headers().firstValue("Location").orElse("nowhere");
		if (!location.startsWith(page)) {
			throw new WalkFailure("the report should lead to " + page + ", and leads to " + location);
		}
		Walk.require("the status of the provider's page", OK,
				Integer.toString(Rest.at("").fetch(URI.create(location)).statusCode()));
		this.walk.note("report door, with the operator's login, leads to the provider's own page: " + location);
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
