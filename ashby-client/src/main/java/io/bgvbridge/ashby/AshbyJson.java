package io.bgvbridge.ashby;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our words in Ashby's JSON, and back. Members are written in one fixed order, so that
 * the same update always gives the same bytes.
 */
final class AshbyJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private AshbyJson() {
	}

	static byte[] write(AssessmentUpdate update) {
		ObjectNode body = MAPPER.createObjectNode()
			.put("assessment_id", update.assessmentId().toString())
			.put("timestamp", update.timestamp());
		put(body, "assessment_status", update.status());
		put(body, "assessment_profile_url", update.profileUrl());
		put(body, "assessment_result", update.result());
		put(body, "cancelled_reason", update.cancelledReason());
		if (!update.metadata().isEmpty()) {
			ArrayNode metadata = body.putArray("metadata");
			update.metadata().forEach((value) -> write(metadata.addObject(), value));
		}
		return MAPPER.writeValueAsBytes(body);
	}

	static byte[] writeId(String id) {
		return MAPPER.writeValueAsBytes(MAPPER.createObjectNode().put("id", id));
	}

	static JsonNode read(byte[] body) {
		return MAPPER.readTree(body);
	}

	static Candidate candidate(JsonNode results) {
		return new Candidate(results.path("id").asString(""), results.path("name").asString(""),
				text(results.path("primaryEmailAddress").path("value")), phone(results));
	}

	/** {@code Mobile} is not among the documented types, but has been seen. */
	private static @Nullable String phone(JsonNode results) {
		String primary = text(results.path("primaryPhoneNumber").path("value"));
		if (primary != null) {
			return primary;
		}
		String mobile = firstNumber(
				numbers(results).filter((phone) -> phone.path("type").asString("").equals("Mobile")));
		return (mobile != null) ? mobile : firstNumber(numbers(results));
	}

	private static Stream<JsonNode> numbers(JsonNode results) {
		return StreamSupport.stream(results.path("phoneNumbers").spliterator(), false);
	}

	private static @Nullable String firstNumber(Stream<JsonNode> phones) {
		return phones.map((phone) -> phone.path("value").asString(""))
			.filter((value) -> !value.isBlank())
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String text(JsonNode node) {
		String value = node.asString("");
		return value.isBlank() ? null : value;
	}

	private static void put(ObjectNode body, String name, @Nullable DataValue value) {
		if (value != null) {
			write(body.putObject(name), value);
		}
	}

	private static void write(ObjectNode node, DataValue value) {
		node.put("identifier", value.identifier())
			.put("label", value.label())
			.put("type", value.type().wire())
			.put("value", value.value());
	}

}
