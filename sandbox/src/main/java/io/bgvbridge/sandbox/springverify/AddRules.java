package io.bgvbridge.sandbox.springverify;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.bgvbridge.sandbox.springverify.ProviderRefusal.Problem;
import tools.jackson.databind.JsonNode;

/** The rules for the body of {@code candidate/add}; all problems are told at once. */
final class AddRules {

	private static final Set<String> TOP = Set.of("candidate", "package", "send_invite_email");

	private static final Set<String> CANDIDATE = Set.of("name", "email", "phone", "alternate_email", "alternate_phone",
			"employee_id", "uan_number", "category_id", "tags", "resume", "consent", "is_consent_undertaking_letter",
			"invite", "meta_data");

	private static final Set<String> PACKAGE = Set.of("package_id", "subtype_id", "config");

	private static final Pattern NAME = Pattern.compile("[A-Za-z .\\-]{2,}");

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

	private static final Pattern PHONE = Pattern.compile("[6-9]\\d{9}");

	private static final Pattern UAN = Pattern.compile("\\d{12}");

	private final List<Problem> problems = new ArrayList<>();

	private AddRules() {
	}

	/**
	 * Checks form with 400, then the package pair with 422.
	 * @throws ProviderRefusal when the body breaks a rule
	 */
	static void check(JsonNode body) {
		AddRules rules = new AddRules();
		rules.onlyKnown("", body, TOP);
		rules.candidate(body.path("candidate"));
		rules.order(body.path("package"));
		rules.optional("send_invite_email", body.path("send_invite_email"), JsonNode::isBoolean);
		if (!rules.problems.isEmpty()) {
			throw ProviderRefusal.of(400, rules.problems);
		}
		JsonNode order = body.path("package");
		if (!PackageCatalog.has(order.path("package_id").intValue(), order.path("subtype_id").intValue())) {
			throw ProviderRefusal.of(422, "package", "Invalid package or subtype");
		}
	}

	private void candidate(JsonNode candidate) {
		onlyKnown("candidate.", candidate, CANDIDATE);
		required("candidate.name", candidate.path("name"), (node) -> matches(node, NAME) && !node.asString().isBlank());
		required("candidate.email", candidate.path("email"), (node) -> matches(node, EMAIL));
		required("candidate.phone", candidate.path("phone"), (node) -> matches(node, PHONE));
		required("candidate.invite", candidate.path("invite"), JsonNode::isBoolean);
		optional("candidate.alternate_email", candidate.path("alternate_email"), (node) -> matches(node, EMAIL));
		optional("candidate.alternate_phone", candidate.path("alternate_phone"), (node) -> matches(node, PHONE));
		optional("candidate.employee_id", candidate.path("employee_id"), JsonNode::isString);
		optional("candidate.uan_number", candidate.path("uan_number"), (node) -> matches(node, UAN));
		optional("candidate.category_id", candidate.path("category_id"), (node) -> is(node, PackageCatalog.CATEGORY));
		optional("candidate.tags", candidate.path("tags"), AddRules::areKnownTags);
		optional("candidate.resume", candidate.path("resume"), AddRules::isWebAddress);
		optional("candidate.consent", candidate.path("consent"), AddRules::isWebAddress);
		optional("candidate.is_consent_undertaking_letter", candidate.path("is_consent_undertaking_letter"),
				JsonNode::isBoolean);
		optional("candidate.meta_data", candidate.path("meta_data"), JsonNode::isObject);
	}

	private void order(JsonNode order) {
		onlyKnown("package.", order, PACKAGE);
		required("package.package_id", order.path("package_id"), JsonNode::isInt);
		required("package.subtype_id", order.path("subtype_id"), JsonNode::isInt);
		optional("package.config", order.path("config"), JsonNode::isObject);
	}

	private void onlyKnown(String prefix, JsonNode node, Set<String> known) {
		for (String name : node.propertyNames()) {
			if (!known.contains(name)) {
				this.problems.add(new Problem(prefix + name, "Unknown field"));
			}
		}
	}

	private void required(String path, JsonNode node, Predicate<JsonNode> rule) {
		if (node.isMissingNode() || node.isNull()) {
			this.problems.add(new Problem(path, "Required"));
		}
		else if (!rule.test(node)) {
			this.problems.add(new Problem(path, "Invalid value"));
		}
	}

	private void optional(String path, JsonNode node, Predicate<JsonNode> rule) {
		if (!node.isMissingNode() && !node.isNull() && !rule.test(node)) {
			this.problems.add(new Problem(path, "Invalid value"));
		}
	}

	private static boolean matches(JsonNode node, Pattern pattern) {
		return node.isString() && pattern.matcher(node.stringValue()).matches();
	}

	private static boolean is(JsonNode node, int wanted) {
		return node.isInt() && node.intValue() == wanted;
	}

	private static boolean areKnownTags(JsonNode tags) {
		return tags.isArray() && tags.valueStream().allMatch((tag) -> is(tag.path("id"), PackageCatalog.TAG));
	}

	private static boolean isWebAddress(JsonNode node) {
		try {
			return node.isString() && URI.create(node.stringValue()).getHost() != null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
