package io.bgvbridge.sandbox.ashby;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** The partner's list of custom fields, read by the letter of Ashby's contract. */
final class CustomFieldsAnswer {

	private static final Set<String> SELECTS = Set.of("ValueSelect", "MultiValueSelect");

	private static final Set<String> TYPES = Set.of("String", "Date", "DateRange", "Number", "ValueSelect",
			"MultiValueSelect", "Boolean", "LongText", "Email", "Phone", "Score", "SocialLink", "Url", "Currency",
			"Location");

	private CustomFieldsAnswer() {
	}

	/**
	 * Reads the list, which sits under {@code fields} and not under {@code results}.
	 * @throws AshbyRefusal when it breaks the contract
	 */
	static List<CustomField> read(JsonNode answer) {
		Set<String> ids = new HashSet<>();
		List<CustomField> fields = new ArrayList<>();
		for (JsonNode node : array(answer, "fields")) {
			CustomField field = field(Input.of(node, "fields[]"));
			if (!ids.add(field.id())) {
				throw AshbyRefusal.invalid("fields[].id", "is listed twice");
			}
			fields.add(field);
		}
		return List.copyOf(fields);
	}

	private static CustomField field(Input field) {
		String type = field.text("type");
		if (!TYPES.contains(type)) {
			throw AshbyRefusal.invalid("fields[].type", "is not a known type");
		}
		field.optionalFlag("isRequired");
		return new CustomField(field.text("id"), field.text("name"), type, choices(field, type),
				field.node().path("isRequired").asBoolean(false));
	}

	private static List<CustomField.Choice> choices(Input field, String type) {
		if (!field.node().has("possible_values") && !SELECTS.contains(type)) {
			return List.of();
		}
		List<CustomField.Choice> choices = new ArrayList<>();
		for (JsonNode node : array(field.node(), "possible_values")) {
			Input choice = Input.of(node, "possible_values[]");
			choices.add(new CustomField.Choice(choice.text("key"), choice.text("value")));
		}
		return List.copyOf(choices);
	}

	private static JsonNode array(JsonNode node, String name) {
		if (!node.path(name).isArray()) {
			throw AshbyRefusal.invalid(name, "must be an array");
		}
		return node.path(name);
	}

}
