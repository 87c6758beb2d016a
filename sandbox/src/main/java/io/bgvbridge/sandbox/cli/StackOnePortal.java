package io.bgvbridge.sandbox.cli;

import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.stackone.StackOneSimulator;
import tools.jackson.databind.JsonNode;

/**
 * What people do and see at StackOne's simulator, and at the screening vendor behind it.
 *
 * @param walk the walk
 * @param rest calls the simulator
 */
record StackOnePortal(Walk walk, Rest rest) implements ProviderPortal {

	static Map<String, Object> connection(String vendors) {
		return Map.of("kind", "stackone", "apiToken", StackOneSimulator.API_KEY, "accountId",
				StackOneSimulator.ACCOUNT_ID, "signingSecret", StackOneSimulator.SIGNING_SECRET, "baseUrl",
				vendors + "/stackone");
	}

	@Override
	public String title() {
		return "StackOne";
	}

	@Override
	public Map<String, Object> connection() {
		return connection(this.walk.addresses().vendors());
	}

	@Override
	public void callback(Connected connected) {
		this.rest.post("/ui/webhook",
				Map.of("url", connected.callbackUrl(), "secret", StackOneSimulator.SIGNING_SECRET));
	}

	@Override
	public JsonNode ordered(Person person, int orders) {
		List<JsonNode> found = this.walk.until("the order at StackOne",
				() -> this.rest.list("/ui/orders", "email", person.email()), (list) -> list.size() >= orders);
		JsonNode order = found.getFirst();
		Walk.require("StackOne's orders for this person", Integer.toString(orders), Integer.toString(found.size()));
		Walk.require("the candidate's name", person.name(),
				order.path("firstName").asString() + " " + order.path("lastName").asString());
		this.walk.note("order " + reference(order) + " placed at StackOne, with name and e-mail");
		return order;
	}

	@Override
	public String reference(JsonNode order) {
		return order.path("id").asString();
	}

	@Override
	public String assessmentId(JsonNode order) {
		return order.path("customFields").path("order_ref").asString();
	}

	@Override
	public void begin(JsonNode order) {
		report(order, Map.of("status", "in_progress"));
		this.walk.note("StackOne sent a signed event: in progress");
	}

	@Override
	public boolean tellsWhen() {
		return false;
	}

	@Override
	public void complete(JsonNode order) {
		report(order, Map.of("status", "completed", "score", "75", "summary", "Background check completed"));
		this.walk.note("StackOne sent a signed event: completed, with the address of the result");
	}

	@Override
	public String reportPage(JsonNode order) {
		return this.rest.list("/ui/orders", "id", reference(order))
			.getFirst()
			.path("result")
			.path("resultUrl")
			.asString();
	}

	@Override
	public void cancelled(String assessmentId, JsonNode order) {
		this.walk.gateway().asksForCancelByHand(assessmentId);
		report(order, Map.of("status", "cancelled"));
		this.walk.note("order " + reference(order) + " cancelled in the screening vendor's portal");
	}

	private void report(JsonNode order, Map<String, String> result) {
		this.rest.post("/ui/orders/" + reference(order) + "/status", result);
	}

}
