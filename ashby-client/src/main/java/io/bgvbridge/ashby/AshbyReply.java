package io.bgvbridge.ashby;

import java.util.List;
import java.util.regex.Pattern;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * What Ashby answered. A call succeeded only if the status is 2xx and the envelope says
 * {@code success: true}; a refusal comes as HTTP 200 with {@code success: false}.
 *
 * @param answer the answer as it came
 * @param envelope its JSON; null if it is not Ashby's envelope
 */
record AshbyReply(Answer answer, @Nullable JsonNode envelope) {

	private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_:.-]{1,64}");

	static AshbyReply of(Answer answer) {
		try {
			JsonNode body = AshbyJson.read(answer.body());
			return new AshbyReply(answer, body.path("success").isBoolean() ? body : null);
		}
		catch (JacksonException ex) {
			return new AshbyReply(answer, null);
		}
	}

	/**
	 * Ashby's name for a call, which its support asks for; {@code -} if it has none.
	 */
	static String requestId(HttpHeaders headers) {
		String id = headers.getFirst("x-ashby-request-id");
		return (id != null && REQUEST_ID.matcher(id).matches()) ? id : "-";
	}

	/** A key without the scope of an endpoint is a key that works. */
	boolean isMissingPermission() {
		return this.envelope != null && !succeeded(this.envelope)
				&& AshbyError.read(this.envelope).isMissingPermission();
	}

	/**
	 * The envelope's {@code results}.
	 * @return the results; missing if there are none
	 * @throws VendorFailure if the call did not succeed
	 */
	JsonNode results() {
		JsonNode body = this.envelope;
		if (body == null) {
			throw withoutEnvelope();
		}
		if (!succeeded(body)) {
			throw refusal(AshbyError.read(body));
		}
		return body.path("results");
	}

	/** Where the next page of results begins; null after the last. */
	@Nullable String nextCursor() {
		JsonNode body = this.envelope;
		if (body == null || !body.path("moreDataAvailable").asBoolean(false)) {
			return null;
		}
		String cursor = body.path("nextCursor").asString("");
		if (cursor.isEmpty()) {
			throw new Unintelligible("more data without a cursor");
		}
		return cursor;
	}

	/**
	 * Codes of what Ashby left undone; words are replaced, since they may be personal.
	 */
	List<String> warnings() {
		JsonNode body = this.envelope;
		return (body == null) ? List.of()
				: body.path("warnings").valueStream().map((warning) -> AshbyError.code(warning.asString(""))).toList();
	}

	private boolean succeeded(JsonNode body) {
		return this.answer.status() / 100 == 2 && body.path("success").asBoolean();
	}

	private VendorFailure refusal(AshbyError error) {
		if (error.isThrottle()) {
			return new Throttled(this.answer.retryAfter());
		}
		if (this.answer.status() == 401 || this.answer.status() == 403 || error.isMissingPermission()) {
			return new Unauthorized(error.code());
		}
		return new Rejected(error.code(), error.words());
	}

	private VendorFailure withoutEnvelope() {
		int status = this.answer.status();
		return switch (status) {
			case 401 -> new Unauthorized("401");
			// Cloudflare stands before Ashby and refuses callers, not keys.
			case 403 -> new Unavailable("refused before Ashby", Sent.NO, this.answer.retryAfter(), null);
			default -> (status / 100 == 4) ? new Rejected(Integer.toString(status), "")
					: new Unintelligible("status " + status + " without Ashby's envelope");
		};
	}

}
