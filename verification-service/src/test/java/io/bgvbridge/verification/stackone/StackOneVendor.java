package io.bgvbridge.verification.stackone;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.bgvbridge.verification.provider.ContractVendor;
import io.bgvbridge.verification.provider.JsonExchange;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.ProviderAccess;
import tools.jackson.databind.JsonNode;

/**
 * A strict StackOne, which keeps its calls alive with newlines.
 */
final class StackOneVendor extends ContractVendor {

	private static final Set<String> MEMBERS = Set.of("package_id", "candidate", "unified_custom_fields",
			"passthrough");

	private final List<String> orders = new CopyOnWriteArrayList<>();

	@Override
	public ProviderAccess access() {
		return new ProviderAccess(UUID.randomUUID(), address("/stackone/"), "so-key-42", Map.of("accountId", "acc-1"));
	}

	@Override
	public String credentials() {
		return JsonExchange.basic("so-key-42");
	}

	@Override
	public boolean isOrdering(Call call) {
		return call.is("POST", "/orders");
	}

	@Override
	public List<String> orders() {
		return List.copyOf(this.orders);
	}

	@Override
	public int invitations() {
		return this.orders.size();
	}

	@Override
	public byte[] stands(String reference, UUID assessmentId, String code) {
		boolean suffix = Set.of("created", "updated").contains(code);
		Map<String, Object> data = new HashMap<>();
		data.put("id", "r1");
		data.put("order_id", reference);
		data.put("remote_id", "REQ-" + reference);
		data.put("status", suffix ? null : code);
		data.put("result_url", code.equals("completed") ? "https://results.example/1?secret=form-secret-1" : null);
		data.put("summary", "Asha Rao is fine");
		data.put("unified_custom_fields", Map.of("order_ref", assessmentId));
		return JSON.writeValueAsBytes(
				Map.of("account_id", "acc-1", "event", "screening.results." + (suffix ? code : "updated"), "event_date",
						"2026-11-21T10:00:00.000Z", "data", data));
	}

	@Override
	public byte[] foreign() {
		return """
				{"account_id":"acc-1","event":"account.updated","record_id":"acc-1","data":{"order_id":"c1"}}"""
			.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void hasAnotherOrderFor(Order order) {
	}

	@Override
	protected Reply answer(Call call) {
		if (!call.header("Authorization").equals(credentials())) {
			return refusal(401, "Unauthorized");
		}
		if (!call.header("x-account-id").equals("acc-1")) {
			return refusal(403, "Forbidden");
		}
		return switch (call.method() + " " + call.uri().getPath()) {
			case "GET /stackone/unified/screening/packages" -> packages(call.query("next"));
			case "POST /stackone/unified/screening/orders" -> order(call.json());
			default -> refusal(404, "Not Found");
		};
	}

	private static Reply packages(String next) {
		Map<String, Object> page = new HashMap<>();
		page.put("next", next.isEmpty() ? "page/2&x" : null);
		page.put("data", next.isEmpty() ? List.of(Map.of("id", "p1", "remote_id", "r1", "name", "Basic"))
				: List.of(Map.of("id", "p2", "name", "Full", "description", "Everything")));
		return next.isEmpty() || next.equals("page/2&x") ? alive(200, page) : refusal(400, "no such page");
	}

	private Reply order(JsonNode body) {
		List<String> problems = new ArrayList<>();
		for (String name : List.of("first_name", "last_name", "email")) {
			if (body.path("candidate").path(name).asString("").isBlank()) {
				problems.add("candidate." + name + " must be a non-empty string");
			}
		}
		if (!MEMBERS.containsAll(body.propertyNames()) || body.path("candidate").size() != 3) {
			problems.add("there is more than there should be");
		}
		if (!problems.isEmpty()) {
			return refusal(400, problems);
		}
		if (!Set.of("p1", "p2").contains(body.path("package_id").asString(""))) {
			return refusal(422, "package_id is no package of this account");
		}
		String id = "c" + (28 + this.orders.size());
		this.orders.add(id);
		return alive(201, Map.of("statusCode", 201, "message", "Record created successfully.", "timestamp",
				"2026-11-21T10:00:00.000Z", "data", Map.of("id", id, "remote_id", "REQ-" + id)));
	}

	private static Reply refusal(int status, Object message) {
		return alive(status, Map.of("statusCode", status, "message", message, "timestamp", "2026-11-21T10:00:00.000Z"));
	}

	private static Reply alive(int status, Object body) {
		return new Reply(status, "\n\n" + JSON.writeValueAsString(body));
	}

}
