package io.bgvbridge.sandbox.cli;

import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import tools.jackson.databind.JsonNode;

/**
 * What people do and see at SpringVerify's simulator.
 *
 * @param walk the walk
 * @param rest calls the simulator
 */
record SpringVerifyPortal(Walk walk, Rest rest) implements ProviderPortal {

	static Map<String, Object> connection(String vendors) {
		return Map.of("kind", "springverify", "apiToken", SpringVerifySimulator.API_TOKEN, "baseUrl",
				vendors + "/springverify");
	}

	@Override
	public String title() {
		return "SpringVerify";
	}

	@Override
	public Map<String, Object> connection() {
		return connection(this.walk.addresses().vendors());
	}

	@Override
	public void callback(Connected connected) {
		this.rest.post("/ui/callback",
				Map.of("url", connected.callbackUrl(), "secret", connected.requiredCallbackSecret()));
	}

	@Override
	public JsonNode ordered(Person person, int orders) {
		List<JsonNode> candidates = this.walk.until("the candidate to be created at SpringVerify",
				() -> this.rest.list("/ui/candidates", "email", person.email()), (found) -> found.size() >= orders);
		JsonNode candidate = candidates.getFirst();
		Walk.require("SpringVerify's candidates of this person", Integer.toString(orders),
				Integer.toString(candidates.size()));
		Walk.require("the candidate's name", person.name(), candidate.path("name").asString());
		Walk.require("the candidate's phone", person.phone(), candidate.path("phone").asString());
		this.walk.note("candidate " + reference(candidate)
				+ " created at SpringVerify, with name, e-mail and the phone's ten digits");
		return candidate;
	}

	@Override
	public String reference(JsonNode order) {
		return order.path("id").asString();
	}

	@Override
	public String assessmentId(JsonNode order) {
		return order.path("metaData").path("order_id").asString();
	}

	@Override
	public void begin(JsonNode order) {
		act(order, "submit-form");
		this.walk.note("candidate submitted the form; SpringVerify called back");
	}

	@Override
	public boolean tellsWhen() {
		return false;
	}

	@Override
	public void complete(JsonNode order) {
		act(order, "complete");
		this.walk.note("SpringVerify completed the check and called back");
	}

	@Override
	public String reportPage(JsonNode order) {
		return "";
	}

	/** Until somebody cancels it here, the person cannot be added again. */
	@Override
	public void cancelled(String assessmentId, JsonNode order) {
		this.walk.gateway().asksForCancelByHand(assessmentId);
		act(order, "cancel");
		this.walk.note("candidate " + reference(order) + " cancelled in SpringVerify's portal");
	}

	private void act(JsonNode order, String deed) {
		this.rest.post("/ui/candidates/" + reference(order) + "/" + deed, Map.of());
	}

}
