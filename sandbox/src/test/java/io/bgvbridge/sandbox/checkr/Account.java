package io.bgvbridge.sandbox.checkr;

import java.net.http.HttpRequest;

import io.bgvbridge.sandbox.http.Caller;
import io.bgvbridge.sandbox.http.SandboxServer;

/** A company that calls Checkr's simulator. */
final class Account implements AutoCloseable {

	static final String CANDIDATE = """
			{"email":"asha.rao@example.com","first_name":"Asha","last_name":"Rao","phone":"+91 98765 43210",
			"custom_id":"c-1","no_middle_name":true,"metadata":{"order":"o-1"}}""".replace("\n", "");

	static final String INVITATION = """
			{"candidate_id":"%s","package":"employment_education","work_locations":[{"country":"US","city":"Reno"}],
			"node":"ENG","tags":["bgv-bridge","order:o-1"]}""".replace("\n", "");

	final CheckrSimulator vendor = new CheckrSimulator();

	final SandboxServer server = SandboxServer.start(0, this.vendor);

	final Caller caller = new Caller(this.server.url("checkr"), Caller.basic(CheckrSimulator.API_KEY + ":"));

	Caller.Reply get(String path) {
		return this.caller.get("/v1" + path);
	}

	Caller.Reply post(String path, String body) {
		return this.caller.post("/v1" + path, body);
	}

	Caller.Reply post(String path, String body, String idempotencyKey) {
		return this.caller.send(this.caller.json("/v1" + path, body).header("Idempotency-Key", idempotencyKey));
	}

	Caller.Reply delete(String path, String body) {
		return this.caller.send(this.caller.request("/v1" + path)
			.header("Content-Type", "application/json")
			.method("DELETE", HttpRequest.BodyPublishers.ofString(body)));
	}

	String candidate() {
		return post("/candidates", CANDIDATE).json().path("id").asString();
	}

	String invitation() {
		return invitation(candidate());
	}

	String invitation(String candidateId) {
		return post("/invitations", INVITATION.formatted(candidateId)).json().path("id").asString();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
