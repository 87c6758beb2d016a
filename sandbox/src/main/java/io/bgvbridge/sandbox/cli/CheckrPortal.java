package io.bgvbridge.sandbox.cli;

import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.checkr.CheckrSimulator;
import tools.jackson.databind.JsonNode;

/**
 * What people do and see at Checkr's simulator.
 *
 * @param walk the walk
 * @param rest calls the simulator
 */
record CheckrPortal(Walk walk, Rest rest) implements ProviderPortal {

	private static final String TAG = "order:";

	/** People open the dashboard, services call the API. */
	private static Map<String, Object> connection(String sandbox, String vendors) {
		return Map.of("kind", "checkr", "apiToken", CheckrSimulator.API_KEY, "node", "ENG", "workLocation",
				Map.of("country", "US", "state", "CA", "city", "San Francisco"), "portalUrl",
				dashboard(sandbox) + "{reference}", "baseUrl", vendors + "/checkr");
	}

	@Override
	public String title() {
		return "Checkr";
	}

	@Override
	public Map<String, Object> connection() {
		return connection(this.walk.addresses().sandbox(), this.walk.addresses().vendors());
	}

	@Override
	public void callback(Connected connected) {
		this.rest.post("/ui/webhook", Map.of("url", connected.callbackUrl(), "secret", CheckrSimulator.SIGNING));
	}

	@Override
	public JsonNode ordered(Person person, int orders) {
		List<JsonNode> found = this.walk.until("the invitation at Checkr", () -> invitations(person),
				(list) -> list.size() >= orders);
		JsonNode invitation = found.getFirst();
		Walk.require("Checkr's invitations of this person", Integer.toString(orders), Integer.toString(found.size()));
		JsonNode candidate = this.rest.list("/ui/candidates", "email", person.email()).getFirst();
		Walk.require("the candidate's name", person.name(),
				candidate.path("firstName").asString() + " " + candidate.path("lastName").asString());
		this.walk.note("invitation " + reference(invitation) + " made at Checkr, for candidate "
				+ candidate.path("id").asString());
		return invitation;
	}

	@Override
	public String reference(JsonNode order) {
		return order.path("id").asString();
	}

	@Override
	public String assessmentId(JsonNode order) {
		return order.path("order")
			.path("tags")
			.valueStream()
			.map(JsonNode::asString)
			.filter((tag) -> tag.startsWith(TAG))
			.map((tag) -> tag.substring(TAG.length()))
			.findFirst()
			.orElseThrow(() -> new WalkFailure("the invitation's tags do not name its order"));
	}

	@Override
	public void begin(JsonNode order) {
		this.rest.post("/ui/invitations/" + reference(order) + "/fill-form", Map.of());
		this.walk.note("candidate filled in Checkr's form; the report has begun");
	}

	@Override
	public boolean tellsWhen() {
		return true;
	}

	@Override
	public void complete(JsonNode order) {
		this.rest.post("/ui/reports/" + invitation(order).path("reportId").asString() + "/complete",
				Map.of("result", "clear"));
		this.walk.note("Checkr completed the report: clear");
	}

	@Override
	public String reportPage(JsonNode order) {
		return dashboard(this.walk.addresses().sandbox());
	}

	@Override
	public void cancelled(String assessmentId, JsonNode order) {
		this.walk.until("the invitation to be deleted at Checkr", () -> invitation(order),
				(found) -> !found.path("deletedAt").isNull());
		this.walk.note("invitation " + reference(order) + " was deleted at Checkr, by itself");
	}

	/** One candidate for a person, however many invitations. */
	private List<JsonNode> invitations(Person person) {
		List<JsonNode> candidates = this.rest.list("/ui/candidates", "email", person.email());
		if (candidates.size() > 1) {
			throw new WalkFailure("Checkr holds " + candidates.size() + " candidates of one person");
		}
		return candidates.isEmpty() ? List.of()
				: this.rest.list("/ui/invitations", "candidateId", candidates.getFirst().path("id").asString());
	}

	private JsonNode invitation(JsonNode order) {
		return this.rest.list("/ui/invitations", "id", reference(order)).getFirst();
	}

	private static String dashboard(String sandbox) {
		return sandbox + "/checkr/dashboard/reports/";
	}

}
