package io.bgvbridge.sandbox.http;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sandbox's reading and writing of JSON: strict, no duplicate members, no trailing
 * text.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private Json() {
	}

	/** A new empty object. */
	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	/** A new empty array. */
	public static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	/**
	 * Reads one document; a missing node for an empty body.
	 * @throws tools.jackson.core.JacksonException when the bytes are not JSON
	 */
	public static JsonNode read(byte[] body) {
		return MAPPER.readTree(body);
	}

	/**
	 * Reads one document.
	 * @throws tools.jackson.core.JacksonException when the text is not JSON
	 */
	public static JsonNode read(String body) {
		return MAPPER.readTree(body);
	}

	/** The value as a tree: records become objects, instants ISO texts. */
	public static JsonNode tree(Object value) {
		return MAPPER.valueToTree(value);
	}

	/** The value as UTF-8 bytes of compact JSON. */
	public static byte[] bytes(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

}
