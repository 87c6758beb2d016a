package io.bgvbridge.sandbox.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The members of a JSON object that was sent to the sandbox's own controls; every misfit
 * is refused with 400 and a sentence that names the member.
 */
public final class Members {

	private final JsonNode object;

	private Members(JsonNode object) {
		this.object = object;
	}

	/**
	 * Reads the request's body; an empty body is an empty object.
	 * @param known all members that may be there
	 * @throws Refused when it is not a JSON object or has other members
	 */
	public static Members of(Request request, String... known) {
		if (request.body().length == 0) {
			return new Members(Json.object());
		}
		if (!request.isJson()) {
			throw new Refused(415, "Send Content-Type: application/json");
		}
		JsonNode body = parsed(request);
		List<String> names = Arrays.asList(known);
		for (String name : body.propertyNames()) {
			if (!names.contains(name)) {
				throw new Refused(400, "Unknown member '" + name + "'; known are " + String.join(", ", names));
			}
		}
		return new Members(body);
	}

	/** The member as non-blank text. */
	public String text(String name) {
		String text = optionalText(name);
		if (text == null || text.isBlank()) {
			throw new Refused(400, "Member '" + name + "' is required");
		}
		return text;
	}

	/** The member as text, or null when absent. */
	public @Nullable String optionalText(String name) {
		JsonNode value = this.object.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw new Refused(400, "Member '" + name + "' must be a string");
		}
		return value.stringValue();
	}

	/** The member as an http or https address. */
	public URI address(String name) {
		try {
			URI uri = URI.create(text(name));
			if (uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
				return uri;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new Refused(400, "Member '" + name + "' is not an address");
		}
		throw new Refused(400, "Member '" + name + "' must be an http or https address");
	}

	/** The member as a list of texts, empty when absent. */
	public List<String> texts(String name) {
		JsonNode value = this.object.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return List.of();
		}
		if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
			throw new Refused(400, "Member '" + name + "' must be an array of strings");
		}
		return value.valueStream().map(JsonNode::stringValue).toList();
	}

	/**
	 * The member as an integer within bounds, or the default when absent.
	 */
	public int integer(String name, int otherwise, int least, int most) {
		int value = integer(name, otherwise);
		if (value < least || value > most) {
			throw new Refused(400, "Member '" + name + "' is " + least + " to " + most);
		}
		return value;
	}

	/** The member as an integer, or the default when absent. */
	public int integer(String name, int otherwise) {
		JsonNode value = this.object.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return otherwise;
		}
		if (!value.isIntegralNumber() || !value.canConvertToInt()) {
			throw new Refused(400, "Member '" + name + "' must be an integer");
		}
		return value.intValue();
	}

	/** The member as a boolean, or the default when absent. */
	public boolean flag(String name, boolean otherwise) {
		JsonNode value = this.object.path(name);
		if (value.isMissingNode() || value.isNull()) {
			return otherwise;
		}
		if (!value.isBoolean()) {
			throw new Refused(400, "Member '" + name + "' must be true or false");
		}
		return value.booleanValue();
	}

	/** Whether the member is there and not null. */
	public boolean has(String name) {
		return this.object.hasNonNull(name);
	}

	/** The member as it came; a missing node when absent. */
	public JsonNode node(String name) {
		return this.object.path(name);
	}

	private static JsonNode parsed(Request request) {
		JsonNode body;
		try {
			body = Json.read(request.body());
		}
		catch (JacksonException ex) {
			throw new Refused(400, "The body is not JSON");
		}
		if (!body.isObject()) {
			throw new Refused(400, "The body must be a JSON object");
		}
		return body;
	}

}
