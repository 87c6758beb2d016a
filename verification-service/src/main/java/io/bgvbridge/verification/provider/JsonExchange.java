package io.bgvbridge.verification.provider;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Function;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.vendor.VendorHttp.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/**
 * Exchanges JSON with a provider, and tells how that failed.
 */
public final class JsonExchange {

	private static final int MAX_BYTES = 1 << 20;

	private final JsonMapper json;

	private final Set<Integer> unauthorized;

	private final Function<JsonNode, String> words;

	/**
	 * An exchange with one kind of provider.
	 * @param json reads and writes JSON
	 * @param unauthorized statuses that refuse the credentials
	 * @param words finds the provider's words in the body of a refusal
	 */
	public JsonExchange(JsonMapper json, Set<Integer> unauthorized, Function<JsonNode, String> words) {
		this.json = json;
		this.unauthorized = unauthorized;
		this.words = words;
	}

	/**
	 * The header of those who take their key as the user of Basic authentication.
	 * @param key the key
	 * @return value of {@code Authorization}
	 */
	public static String basic(String key) {
		return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A body to be sent.
	 * @param body the body
	 * @return it as JSON
	 */
	public byte[] bytes(Object body) {
		return this.json.writeValueAsBytes(body);
	}

	/**
	 * Sends a request and reads its answer.
	 * @param request the request
	 * @return the answer
	 * @throws Rejected with the HTTP status as its code, and the provider's words
	 */
	public JsonNode send(RequestHeadersSpec<?> request) {
		return send(request, MAX_BYTES);
	}

	/**
	 * Sends a request and reads its answer.
	 * @param request the request
	 * @param maxBytes the largest answer that is read
	 * @return the answer
	 * @throws Rejected with the HTTP status as its code, and the provider's words
	 */
	public JsonNode send(RequestHeadersSpec<?> request, int maxBytes) {
		try {
			return this.json.readTree(accepted(request, maxBytes).body());
		}
		catch (JacksonException ex) {
			throw new Unintelligible("an answer that is not JSON");
		}
	}

	/**
	 * Sends a request whose answer says no more than that it was taken.
	 * @param request the request
	 * @throws Rejected with the HTTP status as its code, and the provider's words
	 */
	public void tell(RequestHeadersSpec<?> request) {
		accepted(request, MAX_BYTES);
	}

	private Answer accepted(RequestHeadersSpec<?> request, int maxBytes) {
		Answer answer = VendorHttp.send(request.accept(MediaType.APPLICATION_JSON), maxBytes);
		if (this.unauthorized.contains(answer.status())) {
			throw new Unauthorized(Integer.toString(answer.status()));
		}
		if (answer.status() / 100 == 3) {
			throw new Unintelligible("a redirect");
		}
		if (answer.status() >= 400) {
			throw new Rejected(Integer.toString(answer.status()), words(answer));
		}
		return answer;
	}

	private String words(Answer answer) {
		try {
			return this.words.apply(this.json.readTree(answer.body()));
		}
		catch (JacksonException ex) {
			return "";
		}
	}

}
