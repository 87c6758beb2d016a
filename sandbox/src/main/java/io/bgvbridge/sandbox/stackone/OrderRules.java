package io.bgvbridge.sandbox.stackone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** The rules for the body of an order; all problems are told at once. */
final class OrderRules {

	private static final Set<String> TOP = Set.of("package_id", "candidate", "unified_custom_fields", "passthrough");

	private static final Set<String> CANDIDATE = Set.of("id", "first_name", "last_name", "email");

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

	private final List<String> problems = new ArrayList<>();

	private OrderRules() {
	}

	/**
	 * Checks form with 400, then the package with 422.
	 * @throws StackOneRefusal when the body breaks a rule
	 */
	static void check(JsonNode body) {
		OrderRules rules = new OrderRules();
		rules.onlyKnown("", body, TOP);
		rules.required("package_id", body.path("package_id"));
		JsonNode candidate = body.path("candidate");
		rules.onlyKnown("candidate.", candidate, CANDIDATE);
		List.of("first_name", "last_name", "email")
			.forEach((name) -> rules.required("candidate." + name, candidate.path(name)));
		JsonNode email = candidate.path("email");
		rules.require(!email.isString() || EMAIL.matcher(email.stringValue()).matches(),
				"candidate.email must be an email");
		for (String name : List.of("unified_custom_fields", "passthrough")) {
			JsonNode value = body.path(name);
			rules.require(value.isMissingNode() || value.isNull() || value.isObject(), name + " must be an object");
		}
		if (!rules.problems.isEmpty()) {
			throw StackOneRefusal.of(400, rules.problems);
		}
		if (!PackagePages.has(body.path("package_id").stringValue())) {
			throw StackOneRefusal.of(422, "package_id is no package of this account");
		}
	}

	private void onlyKnown(String prefix, JsonNode node, Set<String> known) {
		for (String name : node.propertyNames()) {
			require(known.contains(name), prefix + name + " should not exist");
		}
	}

	private void required(String path, JsonNode node) {
		require(node.isString() && !node.stringValue().isBlank(), path + " must be a non-empty string");
	}

	private void require(boolean kept, String problem) {
		if (!kept) {
			this.problems.add(problem);
		}
	}

}
