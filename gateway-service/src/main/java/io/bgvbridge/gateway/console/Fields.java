package io.bgvbridge.gateway.console;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields of forms as requests have them; what is left empty is not said.
 */
final class Fields {

	private Fields() {
	}

	static @Nullable String text(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	static @Nullable JsonNode json(@Nullable String value) {
		String text = text(value);
		return (text != null) ? JsonNodeFactory.instance.stringNode(text) : null;
	}

	/** What is no number is passed on as it is, to be refused with its name. */
	static @Nullable JsonNode number(@Nullable String value) {
		String text = text(value);
		return (text != null && text.matches("[0-9]{1,9}"))
				? JsonNodeFactory.instance.numberNode(Integer.parseInt(text)) : json(value);
	}

	static @Nullable JsonNode place(@Nullable String country, @Nullable String region, @Nullable String city) {
		if (text(country) == null) {
			return null;
		}
		ObjectNode place = JsonNodeFactory.instance.objectNode();
		place.set("country", json(country));
		if (text(region) != null) {
			place.set("state", json(region));
		}
		if (text(city) != null) {
			place.set("city", json(city));
		}
		return place;
	}

	/** Null for what stays; a JSON null for what was emptied. */
	static @Nullable JsonNode change(@Nullable String before, @Nullable JsonNode value) {
		String next = (value == null) ? null : value.isString() ? value.stringValue() : value.toString();
		if (next == null) {
			return (before != null) ? JsonNodeFactory.instance.nullNode() : null;
		}
		return next.equals(before) ? null : value;
	}

}
