package io.bgvbridge.sandbox.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * What people do and see at SpringVerify's simulator.
 *
 * @param walk the walk
 * @param rest calls the simulator
 */
record ProviderPortal(Walk walk, Rest rest) {

	void callback(Connected connected) {
		this.rest.post("/ui/callback", Map.of("url", connected.callbackUrl(), "secret", connected.callbackSecret()));
	}

	/**
	 * The newest order for a person.
	 * @param orders how many there must be
	 */
	JsonNode ordered(Person person, int orders) {
		List<JsonNode> candidates = this.walk.until("the candidate to be created at SpringVerify",
				() -> StreamSupport.stream(this.rest.get("/ui/candidates").spliterator(), false)
					.filter((found) -> found.path("email").asString().equals(person.email()))
					.toList(),
				(found) -> found.size() >= orders);
		JsonNode candidate = candidates.getFirst();
		Walk.require("SpringVerify's candidates of this person", Integer.toString(orders),
				Integer.toString(candidates.size()));
		Walk.require("the candidate's name", person.name(), candidate.path("name").asString());
		Walk.require("the candidate's phone", person.phone(), candidate.path("phone").asString());
		this.walk.note("candidate " + candidate.path("id").asLong()
				+ " created at SpringVerify, with name, e-mail and the phone's ten digits");
		return candidate;
	}

	void submitForm(JsonNode candidate) {
		act(candidate, "submit-form");
		this.walk.note("candidate submitted the form; SpringVerify called back");
	}

	void complete(JsonNode candidate) {
		act(candidate, "complete");
		this.walk.note("SpringVerify completed the check and called back");
	}

	void cancel(JsonNode candidate) {
		act(candidate, "cancel");
		this.walk.note("candidate " + candidate.path("id").asLong() + " cancelled in SpringVerify's portal");
	}

	private void act(JsonNode candidate, String deed) {
		this.rest.post("/ui/candidates/" + candidate.path("id").asLong() + "/" + deed, Map.of());
	}

}
