package io.bgvbridge.ashby;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Calls an organisation's Ashby. Every method throws {@link VendorFailure} as the call
 * failed: {@code Unauthorized} for a key that is refused or lacks a scope,
 * {@code Rejected} for any other refusal.
 */
public final class AshbyClient {

	private static final Logger log = LoggerFactory.getLogger(AshbyClient.class);

	private static final int MAX_BYTES = 1024 * 1024;

	private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

	private final VendorHttp http;

	/**
	 * A client for any number of organisations.
	 * @param http how vendors are called
	 */
	public AshbyClient(VendorHttp http) {
		this.http = http;
	}

	/**
	 * Looks a candidate up ({@code candidate.info}, scope {@code candidatesRead}).
	 * @param access the organisation
	 * @param candidateId Ashby's id of the candidate
	 * @return the candidate
	 */
	public Candidate candidate(AshbyAccess access, String candidateId) {
		JsonNode results = call(access, "candidate.info", AshbyJson.writeId(candidateId)).results();
		if (results.path("id").asString("").isEmpty()) {
			throw new Unintelligible("no candidate in results");
		}
		return AshbyJson.candidate(results);
	}

	/**
	 * Asks what the key may do ({@code apiKey.info}). A key that may not ask is alive
	 * nonetheless.
	 * @param access the organisation
	 * @return what is known of the key
	 */
	public KeyInfo apiKeyInfo(AshbyAccess access) {
		AshbyReply reply = call(access, "apiKey.info", NOTHING);
		if (reply.isMissingPermission()) {
			return new KeyInfo(null);
		}
		List<String> scopes = reply.results().path("scopes").valueStream().map((scope) -> scope.asString("")).toList();
		return new KeyInfo(scopes);
	}

	/**
	 * The body that {@link #update} sends, for whoever has to keep it first.
	 * @param update the update
	 * @return JSON in UTF-8, always the same bytes for the same update
	 */
	public static byte[] body(AssessmentUpdate update) {
		return AshbyJson.write(update);
	}

	/**
	 * Tells Ashby how an assessment stands ({@code assessment.update}, scope
	 * {@code candidatesWrite}). Repeating a body is harmless: it is absolute state with a
	 * timestamp of its own.
	 * @param access the organisation
	 * @param body exactly what is sent
	 */
	public void update(AshbyAccess access, byte[] body) {
		call(access, "assessment.update", body).results();
	}

	private AshbyReply call(AshbyAccess access, String endpoint, byte[] body) {
		long begin = System.nanoTime();
		try {
			AshbyReply reply = AshbyReply.of(VendorHttp.send(this.http.client(access.baseUrl())
				.post()
				.uri("/" + endpoint)
				.header(HttpHeaders.AUTHORIZATION, access.authorization())
				.header(HttpHeaders.ACCEPT, "application/json; version=1")
				.contentType(MediaType.APPLICATION_JSON)
				.body(body), MAX_BYTES));
			log.info("ashby.answered endpoint={} status={} requestId={} millis={}", endpoint, reply.answer().status(),
					reply.requestId(), millisSince(begin));
			return reply;
		}
		catch (VendorFailure ex) {
			log.info("ashby.failed endpoint={} failure=\"{}\" millis={}", endpoint, ex.getMessage(),
					millisSince(begin));
			throw ex;
		}
	}

	private static long millisSince(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).toMillis();
	}

}
