package io.bgvbridge.sandbox.ashby;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object in a call to Ashby; what does not fit is refused as
 * {@code invalid_input}.
 *
 * @param node the object
 * @param where its path in the body, empty for the body itself
 */
record Input(JsonNode node, String where) {

	static Input of(JsonNode node, String where) {
		if (!node.isObject()) {
			throw AshbyRefusal.invalid(where.isEmpty() ? "body" : where, "must be an object");
		}
		return new Input(node, where);
	}

	Input only(String... known) {
		for (String name : this.node.propertyNames()) {
			if (!List.of(known).contains(name)) {
				throw AshbyRefusal.invalid(path(name), "is not a known member");
			}
		}
		return this;
	}

	String text(String name) {
		String text = optionalText(name);
		if (text == null || text.isBlank()) {
			throw AshbyRefusal.invalid(path(name), "is required");
		}
		return text;
	}

	@Nullable String optionalText(String name) {
		JsonNode value = this.node.path(name);
		if (value.isMissingNode()) {
			return null;
		}
		if (!value.isString()) {
			throw AshbyRefusal.invalid(path(name), "must be a string");
		}
		return value.stringValue();
	}

	void optionalFlag(String name) {
		JsonNode value = this.node.path(name);
		if (!value.isMissingNode() && !value.isBoolean()) {
			throw AshbyRefusal.invalid(path(name), "must be a boolean");
		}
	}

	String uuid(String name) {
		String text = text(name);
		if (!isUuid(text)) {
			throw AshbyRefusal.invalid(path(name), "must be a uuid");
		}
		return text;
	}

	/** Milliseconds since the epoch; seconds and microseconds are told apart by size. */
	long timestamp(String name) {
		JsonNode value = this.node.path(name);
		if (!value.isIntegralNumber() || !value.canConvertToLong()) {
			throw AshbyRefusal.invalid(path(name), "must be an integer");
		}
		if (value.longValue() < 1_000_000_000_000L || value.longValue() >= 100_000_000_000_000L) {
			throw AshbyRefusal.invalid(path(name), "must be in milliseconds since the epoch");
		}
		return value.longValue();
	}

	Input object(String name) {
		return of(this.node.path(name), path(name));
	}

	String path(String name) {
		return this.where.isEmpty() ? name : this.where + "." + name;
	}

	static boolean isUuid(String text) {
		try {
			return UUID.fromString(text).toString().equalsIgnoreCase(text);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
