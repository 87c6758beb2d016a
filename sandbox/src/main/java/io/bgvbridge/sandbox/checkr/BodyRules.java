package io.bgvbridge.sandbox.checkr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The rules for a JSON body; all problems are told at once. Checkr takes forms as well,
 * this stand-in does not.
 */
final class BodyRules {

	private final JsonNode body;

	private final List<String> problems = new ArrayList<>();

	private BodyRules(JsonNode body) {
		this.body = body;
	}

	/**
	 * Begins with the request's body.
	 * @throws CheckrRefusal when it is not a JSON object or has other members
	 */
	static BodyRules of(Request request, Set<String> known) {
		BodyRules rules = new BodyRules(parsed(request));
		for (String name : rules.body.propertyNames()) {
			rules.require(known.contains(name), name + " is not a known parameter");
		}
		return rules;
	}

	BodyRules required(String name, Predicate<JsonNode> rule) {
		JsonNode value = this.body.path(name);
		boolean blank = value.isMissingNode() || value.isNull() || (value.isString() && value.stringValue().isBlank());
		require(!blank, name + " is required");
		require(blank || rule.test(value), name + " is invalid");
		return this;
	}

	BodyRules optional(String name, Predicate<JsonNode> rule) {
		JsonNode value = this.body.path(name);
		require(value.isMissingNode() || value.isNull() || rule.test(value), name + " is invalid");
		return this;
	}

	/**
	 * The body as it came.
	 * @throws CheckrRefusal with 400 when a rule was broken
	 */
	JsonNode kept() {
		if (!this.problems.isEmpty()) {
			throw CheckrRefusal.of(400, this.problems);
		}
		return this.body;
	}

	private void require(boolean kept, String problem) {
		if (!kept) {
			this.problems.add(problem);
		}
	}

	private static JsonNode parsed(Request request) {
		if (!request.isJson()) {
			throw CheckrRefusal.of(400, "Content-Type must be application/json");
		}
		try {
			JsonNode body = Json.read(request.body());
			if (body.isObject()) {
				return body;
			}
		}
		catch (JacksonException ex) {
			throw CheckrRefusal.of(400, "The body is not JSON");
		}
		throw CheckrRefusal.of(400, "The body must be an object");
	}

}
