package io.bgvbridge.gateway.ashby;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.bgvbridge.gateway.assessment.NotStartable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Reads the bodies of Ashby's calls: JSON objects, whose members may be more than we
 * know.
 */
@Component
final class AshbyBody {

	private static final Set<String> ASHBYS = Set.of("candidate", "application", "job", "assessment_type_id",
			"assessment_id", "ashby_id", "first_name", "last_name", "email", "ashby_profile_url", "status", "name",
			"req_id", "ashby_job_url", "hiringTeam", "userId", "firstName", "lastName", "role", "additional_fields",
			"candidate_phone", "phone", "value");

	private final JsonMapper json;

	AshbyBody(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Reads a body.
	 * @param contentType the header; null if there is none
	 * @param body the bytes; null if there are none
	 * @return the object; an empty one for no body
	 * @throws MalformedBody if it is no JSON object, or a text in it cannot be stored
	 */
	JsonNode read(@Nullable String contentType, byte @Nullable [] body) {
		JsonNode object = object(contentType, body);
		refuseNul(object, "", (sentence) -> new MalformedBody(HttpStatus.BAD_REQUEST, sentence));
		return object;
	}

	/**
	 * Reads the body of a start, which recruiters can do something about.
	 * @param contentType the header; null if there is none
	 * @param body the bytes; null if there are none
	 * @return the object; an empty one for no body
	 * @throws MalformedBody if it is no JSON object
	 * @throws NotStartable if a text in it cannot be stored
	 */
	JsonNode readStart(@Nullable String contentType, byte @Nullable [] body) {
		JsonNode object = object(contentType, body);
		refuseNul(object, "", (sentence) -> new NotStartable(sentence + " Correct it in Ashby and start again."));
		return object;
	}

	private JsonNode object(@Nullable String contentType, byte @Nullable [] body) {
		if (body == null || body.length == 0) {
			return this.json.createObjectNode();
		}
		if (!isJson(contentType)) {
			throw new MalformedBody(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content type must be application/json.");
		}
		JsonNode object = parse(body);
		if (!object.isObject()) {
			throw new MalformedBody(HttpStatus.BAD_REQUEST, "The body must be a JSON object.");
		}
		return object;
	}

	private JsonNode parse(byte[] body) {
		try {
			return this.json.readTree(body);
		}
		catch (JacksonException ex) {
			throw new MalformedBody(HttpStatus.BAD_REQUEST, "The body is not valid JSON.");
		}
	}

	private static boolean isJson(@Nullable String contentType) {
		try {
			return contentType != null
					&& MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(contentType));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	/** PostgreSQL stores every character but this one. */
	private static void refuseNul(JsonNode node, String path, Function<String, RuntimeException> refusal) {
		if (node.isString() && node.stringValue().indexOf('\0') >= 0) {
			throw refusal.apply(named(path) + " contains a character (U+0000) that cannot be stored.");
		}
		for (Map.Entry<String, JsonNode> member : node.properties()) {
			if (member.getKey().indexOf('\0') >= 0) {
				throw refusal.apply("A field's name contains a character (U+0000) that cannot be stored.");
			}
			refuseNul(member.getValue(), path + "." + member.getKey(), refusal);
		}
		if (node.isArray()) {
			node.forEach((element) -> refuseNul(element, path, refusal));
		}
	}

	/** A name that is not Ashby's own may be anything, even somebody's. */
	private static String named(String path) {
		return ASHBYS.containsAll(Arrays.asList(path.substring(1).split("\\."))) ? "The field " + path.substring(1)
				: "A field";
	}

}
