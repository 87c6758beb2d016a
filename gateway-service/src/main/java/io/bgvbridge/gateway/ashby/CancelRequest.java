package io.bgvbridge.gateway.ashby;

import java.util.UUID;

import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;

/**
 * Ashby's words for a cancel.
 */
final class CancelRequest {

	private static final int UUID_LENGTH = 36;

	private CancelRequest() {
	}

	/**
	 * Reads what is to be cancelled.
	 * @param body Ashby's body
	 * @return the id
	 * @throws MalformedBody if there is none
	 * @throws UnknownAssessment if it is none of ours
	 */
	static UUID assessmentId(JsonNode body) {
		JsonNode id = body.path("assessment_id");
		if (!id.isString() || id.stringValue().isBlank()) {
			throw new MalformedBody(HttpStatus.BAD_REQUEST, "The body names no assessment (assessment_id).");
		}
		try {
			String text = id.stringValue().strip();
			if (text.length() == UUID_LENGTH) {
				return UUID.fromString(text);
			}
		}
		catch (IllegalArgumentException ex) {
			// Falls through: what is no UUID was never one of our ids.
		}
		throw new UnknownAssessment();
	}

}
