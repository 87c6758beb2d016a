package io.bgvbridge.sandbox.stackone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The account's orders. Nothing tells one from a repetition: each body is a new order.
 */
final class ScreeningOrders {

	private static final int MOST = 100_000;

	private static final Set<String> OVER = Set.of("completed", "failed", "cancelled");

	private final Map<String, ScreeningOrder> byId = new LinkedHashMap<>();

	private final ResultPages pages;

	private int number = 777;

	ScreeningOrders(ResultPages pages) {
		this.pages = pages;
	}

	/** Keeps an order whose body keeps the rules. */
	synchronized ScreeningOrder add(JsonNode body) {
		if (this.byId.size() >= MOST) {
			throw StackOneRefusal.of(422, "The sandbox holds at most " + MOST + " orders");
		}
		JsonNode candidate = body.path("candidate");
		ScreeningOrder added = new ScreeningOrder("c28x" + UUID.randomUUID().toString().replace("-", ""),
				"REQ-" + ++this.number, body.path("package_id").stringValue(),
				candidate.path("first_name").stringValue(), candidate.path("last_name").stringValue(),
				candidate.path("email").stringValue(), object(body.path("unified_custom_fields")),
				object(body.path("passthrough")), ScreeningOrder.Result.PENDING, Instant.now());
		this.byId.put(added.id(), added);
		return added;
	}

	/**
	 * Sets where an order stands. Score, summary and result page stay until they are
	 * given anew.
	 */
	synchronized ScreeningOrder report(String id, String status, @Nullable String score, @Nullable String summary) {
		ScreeningOrder known = find(id);
		if (known == null) {
			throw new Refused(404, "No such order");
		}
		ScreeningOrder.Result was = known.result();
		boolean over = OVER.contains(status);
		String page = (was.resultUrl() == null && over && !status.equals("cancelled")) ? this.pages.open(id)
				: was.resultUrl();
		ScreeningOrder changed = known.with(new ScreeningOrder.Result(status, (score != null) ? score : was.score(),
				(summary != null) ? summary : was.summary(), page, over ? Instant.now() : null));
		this.byId.put(id, changed);
		return changed;
	}

	synchronized @Nullable ScreeningOrder find(String id) {
		return this.byId.get(id);
	}

	/** Newest first. */
	synchronized List<ScreeningOrder> newest(Predicate<ScreeningOrder> wanted) {
		List<ScreeningOrder> found = new ArrayList<>(this.byId.values().stream().filter(wanted).toList());
		Collections.reverse(found);
		return List.copyOf(found);
	}

	synchronized int size() {
		return this.byId.size();
	}

	private static JsonNode object(JsonNode node) {
		return node.isObject() ? node : Json.object();
	}

}
