package io.bgvbridge.messaging.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Executors;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/**
 * HTTP towards vendors: no redirects, an explicit user agent, limits on time and size,
 * and the failures that every vendor shares in the words of {@link VendorFailure}.
 */
public final class VendorHttp {

	/** Name that vendors see; api.ashbyhq.com's edge refuses calls without one. */
	public static final String USER_AGENT = "BGV-Bridge/1.0";

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

	private static final Duration LONGEST_WAIT = Duration.ofDays(1);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(CONNECT_TIMEOUT)
		.followRedirects(HttpClient.Redirect.NEVER)
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	private final Duration timeout;

	/**
	 * HTTP with a limit in time.
	 * @param timeout how long an answer may take
	 */
	public VendorHttp(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * A client for one vendor's address.
	 * @param baseUrl the address that every path is added to
	 * @return the client
	 */
	public RestClient client(URI baseUrl) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(this.http);
		requests.setReadTimeout(this.timeout);
		return RestClient.builder()
			.requestFactory(requests)
			.baseUrl(baseUrl.toString().replaceAll("/+$", ""))
			.defaultHeader(HttpHeaders.USER_AGENT, USER_AGENT)
			.build();
	}

	/**
	 * Sends a request.
	 * @param request the request
	 * @param maxBytes the largest body that is read
	 * @return the answer, whatever its status, but for 408, 429 and 5xx
	 * @throws Unavailable if there was no answer, or 408 or 5xx
	 * @throws Throttled on 429
	 * @throws Unintelligible if the body is too large
	 */
	public static Answer send(RequestHeadersSpec<?> request, int maxBytes) {
		try {
			Answer answer = request.exchange((sent, received) -> Answer.read(received, maxBytes));
			if (answer.status() == 429) {
				throw new Throttled(answer.retryAfter());
			}
			if (answer.status() >= 500 || answer.status() == 408) {
				throw new Unavailable("status " + answer.status(), Sent.PERHAPS, answer.retryAfter(), null);
			}
			return answer;
		}
		catch (ResourceAccessException ex) {
			throw new Unavailable(ex.getMostSpecificCause().getClass().getSimpleName(),
					neverConnected(ex) ? Sent.NO : Sent.PERHAPS, null, ex);
		}
	}

	private static boolean neverConnected(Throwable failure) {
		for (@Nullable
		Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
					|| cause instanceof UnresolvedAddressException) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A vendor's answer.
	 *
	 * @param status HTTP status
	 * @param headers its headers
	 * @param body its body; empty if there is none
	 */
	public record Answer(int status, HttpHeaders headers, byte[] body) {

		static Answer read(ClientHttpResponse received, int maxBytes) throws IOException {
			// Closed here: Spring would first read what is left of it, to its end.
			try (InputStream stream = received.getBody()) {
				byte[] body = stream.readNBytes(maxBytes + 1);
				if (body.length > maxBytes) {
					throw new Unintelligible("an answer of more than " + maxBytes + " bytes");
				}
				return new Answer(received.getStatusCode().value(), received.getHeaders(), body);
			}
		}

		/**
		 * How long the vendor asks to wait: seconds or a date, after RFC 9110.
		 * @return at most a day; null if it does not say, or says it in a way of its own
		 */
		public @Nullable Duration retryAfter() {
			String value = this.headers.getFirst(HttpHeaders.RETRY_AFTER);
			if (value == null) {
				return null;
			}
			try {
				return withinReason(value.strip().chars().allMatch(Character::isDigit)
						? Duration.ofSeconds(Long.parseLong(value.strip())) : Duration.between(Instant.now(),
								ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
			}
			catch (DateTimeParseException | NumberFormatException ex) {
				return null;
			}
		}

		private static Duration withinReason(Duration asked) {
			if (asked.isNegative()) {
				return Duration.ZERO;
			}
			return (asked.compareTo(LONGEST_WAIT) > 0) ? LONGEST_WAIT : asked;
		}

	}

}
