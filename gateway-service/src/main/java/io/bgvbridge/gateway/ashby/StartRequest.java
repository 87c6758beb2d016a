package io.bgvbridge.gateway.ashby;

import java.util.UUID;
import java.util.stream.Stream;

import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.gateway.assessment.StartVerification;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Ashby's words for a start, read leniently: what we do not need may be missing, and
 * unknown members are passed over.
 */
final class StartRequest {

	static final String UNKNOWN_TYPE = "This background check is not offered any more."
			+ " Choose another assessment in Ashby and start again.";

	private static final int UUID_LENGTH = 36;

	private StartRequest() {
	}

	static StartVerification command(JsonNode body) {
		String assessmentTypeId = text(body, "assessment_type_id");
		if (assessmentTypeId.isEmpty()) {
			throw new NotStartable("Ashby sent no assessment type (assessment_type_id).");
		}
		Stream.of("candidate", "application", "job").filter((part) -> !body.path(part).isObject()).forEach((part) -> {
			throw new NotStartable("Ashby sent nothing about the " + part + ". Start again from the candidate's page.");
		});
		StartVerification start = new StartVerification(text(body, "application", "ashby_id"),
				text(body, "candidate", "ashby_id"), assessmentTypeId(assessmentTypeId),
				text(body, "candidate", "first_name"), text(body, "candidate", "last_name"),
				text(body, "candidate", "email"));
		if (start.lastName().isEmpty()) {
			throw new NotStartable("The candidate has no last name. Add it in Ashby and start again.");
		}
		return start;
	}

	/**
	 * The phone among the custom fields that Ashby may be told to send along. How it
	 * encodes their values is not documented: a plain value and an object with one are
	 * both taken.
	 */
	static @Nullable String phone(JsonNode body) {
		return Stream.of("candidate_phone", "phone")
			.map((key) -> value(body.path("additional_fields").path(key)))
			.filter((value) -> !value.isBlank())
			.findFirst()
			.orElse(null);
	}

	private static String value(JsonNode field) {
		JsonNode value = field.isObject() ? field.path("value") : field;
		return (value.isString() || value.isIntegralNumber()) ? value.asString() : "";
	}

	private static UUID assessmentTypeId(String text) {
		try {
			if (text.length() == UUID_LENGTH) {
				return UUID.fromString(text);
			}
		}
		catch (IllegalArgumentException ex) {
			// Falls through: what is no UUID was never one of our types.
		}
		throw new NotStartable(UNKNOWN_TYPE);
	}

	private static String text(JsonNode body, String... path) {
		JsonNode node = body;
		for (String member : path) {
			node = node.path(member);
		}
		return node.isString() ? node.stringValue().strip() : "";
	}

}
