package io.bgvbridge.sandbox.stackone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.BasicKeys;
import io.bgvbridge.sandbox.http.Holds;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Routes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API that takes orders. It cannot be asked how an order stands. */
final class StackOneApi {

	private final BasicKeys keys;

	private final ScreeningOrders orders;

	private final Holds holds;

	private final Routes routes = new Routes();

	private volatile boolean accountDisabled;

	private volatile int heartbeats = 2;

	StackOneApi(BasicKeys keys, ScreeningOrders orders, Holds holds, ResultPages pages) {
		this.keys = keys;
		this.orders = orders;
		this.holds = holds;
		this.routes.on("GET", "/unified/screening/packages", "What can be ordered, in pages", PackagePages::page)
			.on("GET", "/unified/screening/packages/{id}", "One package", PackagePages::one)
			.on("POST", "/unified/screening/orders", "Places an order", this::order)
			.on("GET", "/results/{id}", "The screening vendor's own page of a result", pages::page);
	}

	List<Route> list() {
		return this.routes.list();
	}

	void accountDisabled(boolean disabled) {
		this.accountDisabled = disabled;
	}

	boolean isAccountDisabled() {
		return this.accountDisabled;
	}

	void heartbeats(int newlines) {
		this.heartbeats = newlines;
	}

	Answer answer(Request request) {
		if (request.path().startsWith("/results/")) {
			return this.routes.answer(request);
		}
		return alive(request, checked(request));
	}

	private Answer checked(Request request) {
		try {
			authorize(request);
			return this.routes.answer(request);
		}
		catch (StackOneRefusal refusal) {
			return refusal.answer();
		}
	}

	private void authorize(Request request) {
		if (!this.keys.accept(request.header("authorization"))) {
			throw StackOneRefusal.of(401, "Unauthorized");
		}
		String account = request.header("x-account-id");
		if (account == null || account.isBlank()) {
			throw StackOneRefusal.of(400, "Missing x-account-id header");
		}
		if (!account.equals(StackOneSimulator.ACCOUNT_ID)) {
			throw StackOneRefusal.of(403, "Forbidden: no such account in this project");
		}
		if (this.accountDisabled) {
			throw StackOneRefusal.of(412, "Precondition failed: linked account is not active");
		}
	}

	private Answer order(Request request) {
		JsonNode body = body(request);
		OrderRules.check(body);
		ScreeningOrder added = this.orders.add(body);
		this.holds.reached();
		ObjectNode answer = Json.object()
			.put("statusCode", 201)
			.put("message", "Record created successfully.")
			.put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
		answer.putObject("data").put("id", added.id()).put("remote_id", added.remoteId());
		return Answer.json(201, answer);
	}

	/** Newlines that kept a long call alive stay in front of the answer. */
	private Answer alive(Request request, Answer answer) {
		if (!"heartbeat".equalsIgnoreCase(request.header("prefer"))) {
			return answer;
		}
		String body = "\n".repeat(this.heartbeats) + answer.text();
		return new Answer(answer.status(), answer.headers(), body.getBytes(StandardCharsets.UTF_8));
	}

	private static JsonNode body(Request request) {
		if (!request.isJson()) {
			throw StackOneRefusal.of(400, "Content-Type must be application/json");
		}
		try {
			JsonNode body = Json.read(request.body());
			if (body.isObject()) {
				return body;
			}
		}
		catch (JacksonException ex) {
			throw StackOneRefusal.of(400, "The body is not JSON");
		}
		throw StackOneRefusal.of(400, "The body must be an object");
	}

}
