package io.bgvbridge.sandbox.ashby;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The closed list of types that a data value may have. */
enum ValueType {

	NUMERIC_SCORE, NUMERIC_DURATION_MINUTES, URL, STRING, BOOLEAN_SUCCESS;

	static @Nullable ValueType of(JsonNode wire) {
		for (ValueType type : values()) {
			if (wire.isString() && type.wire().equals(wire.stringValue())) {
				return type;
			}
		}
		return null;
	}

	String wire() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean fits(JsonNode value) {
		return switch (this) {
			case NUMERIC_SCORE -> value.isNumber();
			case NUMERIC_DURATION_MINUTES -> value.isNumber() && value.doubleValue() >= 0;
			case URL -> value.isString() && isWebAddress(value.stringValue());
			case STRING -> value.isString();
			case BOOLEAN_SUCCESS -> value.isBoolean();
		};
	}

	static boolean isWebAddress(String text) {
		try {
			URI uri = URI.create(text);
			return uri.getHost() != null
					&& ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
