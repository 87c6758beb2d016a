package io.bgvbridge.ashby;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
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
			putAll(body, update.metadata());
		}
		return MAPPER.writeValueAsBytes(body);
	}

	/** In camel case, unlike an update. */
	static byte[] write(CompletedAssessment completed) {
		ObjectNode body = MAPPER.createObjectNode()
			.put("candidateId", completed.candidateId())
			.put("partnerId", completed.partnerId());
		ObjectNode assessment = body.putObject("assessment")
			.put("assessmentTypeId", completed.assessmentTypeId().toString())
			.put("assessmentId", completed.assessmentId().toString())
			.put("assessmentName", completed.name());
		put(assessment, "result", completed.result());
		putAll(assessment, completed.metadata());
		return MAPPER.writeValueAsBytes(body.put("timestamp", completed.timestamp()));
	}

	static byte[] writeNote(String candidateId, String text) {
		ObjectNode body = MAPPER.createObjectNode().put("candidateId", candidateId);
		body.putObject("note").put("type", "text/plain").put("value", text);
		return MAPPER.writeValueAsBytes(body.put("sendNotifications", false));
	}

	static byte[] writeNotesPage(String candidateId, @Nullable String cursor) {
		ObjectNode body = MAPPER.createObjectNode().put("candidateId", candidateId).put("limit", 100);
		return MAPPER.writeValueAsBytes((cursor == null) ? body : body.put("cursor", cursor));
	}

	static byte[] writeFile(String filename, String contentType, long length) {
		return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
			.put("fileUploadContext", "CandidateFiles")
			.put("filename", filename)
			.put("contentType", contentType)
			.put("contentLength", length));
	}

	static byte[] writeAttachment(String candidateId, String handle) {
		return MAPPER
			.writeValueAsBytes(MAPPER.createObjectNode().put("candidateId", candidateId).put("fileHandle", handle));
	}

	static byte[] writeSearch(String email) {
		return MAPPER.writeValueAsBytes(MAPPER.createObjectNode().put("email", email));
	}

	static byte[] writeId(String id) {
		return MAPPER.writeValueAsBytes(MAPPER.createObjectNode().put("id", id));
	}

	static JsonNode read(byte[] body) {
		return MAPPER.readTree(body);
	}

	static Candidate candidate(JsonNode results) {
		return new Candidate(results.path("id").asString(""), results.path("name").asString(""),
				text(results.path("primaryEmailAddress").path("value")), phone(results),
				results.path("fileHandles").valueStream().map((file) -> file.path("name").asString("")).toList());
	}

	static UploadHandle uploadHandle(JsonNode results) {
		String handle = results.path("handle").asString("");
		Map<String, String> fields = new LinkedHashMap<>();
		results.path("fields")
			.propertyStream()
			.forEach((field) -> fields.put(field.getKey(), field.getValue().asString("")));
		try {
			URI url = new URI(results.path("url").asString(""));
			if (!handle.isEmpty() && url.isAbsolute()) {
				return new UploadHandle(handle, url, fields);
			}
		}
		catch (URISyntaxException ex) {
			// Told below; the address itself is a secret.
		}
		throw new Unintelligible("no upload handle in results");
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

	private static void putAll(ObjectNode body, List<DataValue> values) {
		ArrayNode metadata = body.putArray("metadata");
		values.forEach((value) -> write(metadata.addObject(), value));
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
