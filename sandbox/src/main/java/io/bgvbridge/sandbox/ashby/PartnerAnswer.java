package io.bgvbridge.sandbox.ashby;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the partner answered, read by the letter of Ashby's contract; what does not fit is
 * a {@link PartnerMisfit}.
 */
record PartnerAnswer(int status, String contentType, String body) {

	List<AssessmentType> assessmentTypes() {
		JsonNode results = results();
		if (!results.isArray()) {
			throw new PartnerMisfit("results must be an array");
		}
		List<AssessmentType> types = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		for (JsonNode result : results) {
			Input input = fitting(() -> Input.of(result, "results[]"));
			String id = fitting(() -> input.uuid("assessment_type_id"));
			if (!ids.add(id)) {
				throw new PartnerMisfit("assessment_type_id " + id + " is listed twice");
			}
			String name = fitting(() -> input.text("name"));
			types.add(new AssessmentType(id, name, fittingOrNull(() -> input.optionalText("description"))));
		}
		return types;
	}

	StartedAnswer started() {
		Input results = fitting(() -> Input.of(results(), "results"));
		String assessmentId = fitting(() -> results.uuid("assessment_id"));
		JsonNode inline = results.node().path("update_request");
		if (inline.isMissingNode()) {
			return new StartedAnswer(assessmentId, null, null);
		}
		AssessmentUpdate update = fitting(() -> AssessmentUpdate.read(inline));
		if (!update.assessmentId().equals(assessmentId)) {
			throw new PartnerMisfit("update_request.assessment_id differs from assessment_id");
		}
		return new StartedAnswer(assessmentId, update, inline.toString());
	}

	List<CustomField> customFields() {
		JsonNode answer = successful();
		return fitting(() -> CustomFieldsAnswer.read(answer));
	}

	void cancelled(String assessmentId) {
		Input results = fitting(() -> Input.of(results(), "results"));
		if (!fitting(() -> results.uuid("assessment_id")).equals(assessmentId)) {
			throw new PartnerMisfit("assessment_id differs from the one that was cancelled");
		}
	}

	/** The sentence of a 422 that Ashby shows to the recruiter. */
	String message() {
		Input input = fitting(() -> Input.of(json(), ""));
		return fitting(() -> input.text("message"));
	}

	private JsonNode results() {
		return successful().path("results");
	}

	private JsonNode successful() {
		if (this.status != 200) {
			throw new PartnerMisfit("answered HTTP " + this.status + error());
		}
		JsonNode json = json();
		if (!json.path("success").isBoolean() || !json.path("success").booleanValue()) {
			throw new PartnerMisfit("success must be true" + error());
		}
		return json;
	}

	/** What Ashby's error envelope says, if that is what came. */
	private String error() {
		try {
			JsonNode info = Json.read(this.body).path("errorInfo");
			String code = info.path("code").asString("");
			return code.isEmpty() ? "" : ": " + code + ": " + info.path("message").asString("");
		}
		catch (JacksonException ex) {
			return "";
		}
	}

	private JsonNode json() {
		if (!this.contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
			throw new PartnerMisfit("Content-Type must be application/json");
		}
		try {
			return Json.read(this.body);
		}
		catch (JacksonException ex) {
			throw new PartnerMisfit("the body is not JSON");
		}
	}

	private static <T> T fitting(Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (AshbyRefusal refusal) {
			throw new PartnerMisfit(refusal.message());
		}
	}

	private static @Nullable String fittingOrNull(Supplier<@Nullable String> reading) {
		try {
			return reading.get();
		}
		catch (AshbyRefusal refusal) {
			throw new PartnerMisfit(refusal.message());
		}
	}

	record StartedAnswer(String assessmentId, @Nullable AssessmentUpdate update, @Nullable String rawUpdate) {
	}

}
