package io.bgvbridge.sandbox.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON over HTTP at one base address, as the same caller each time.
 */
final class Rest {

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Duration LIMIT = Duration.ofSeconds(40);

	private static final int FIRST_ERROR = 300;

	/** Nothing was taken, or nobody knows; what is asked here may be asked again. */
	private static final Set<Integer> AWAY = Set.of(502, 503, 504);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int QUOTED = 300;

	private final String base;

	private final Map<String, String> headers;

	private final Duration outage;

	private Rest(String base, Map<String, String> headers, Duration outage) {
		this.base = base;
		this.headers = headers;
		this.outage = outage;
	}

	/**
	 * Calls without credentials.
	 * @param base the base address, without a trailing slash
	 * @return the caller
	 */
	static Rest at(String base) {
		return new Rest(base, Map.of(), Duration.ZERO);
	}

	/**
	 * Calls with the operator's credentials.
	 * @param base the base address, without a trailing slash
	 * @param operator the operator
	 * @return the caller
	 */
	static Rest at(String base, Operator operator) {
		return new Rest(base, Map.of("Authorization", operator.authorization()), Duration.ZERO);
	}

	/**
	 * Asks again while the other side is away, as after a restart of it.
	 * @param outage how long it may be away
	 * @return a caller that does
	 */
	Rest enduring(Duration outage) {
		return new Rest(this.base, this.headers, outage);
	}

	JsonNode get(String path) {
		return exchange("GET", path, BodyPublishers.noBody());
	}

	/** The entries of a list whose member has that value. */
	List<JsonNode> list(String path, String member, String value) {
		return get(path).valueStream().filter((entry) -> entry.path(member).asString("").equals(value)).toList();
	}

	JsonNode post(String path, Object body) {
		return exchange("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
	}

	JsonNode patch(String path, Object body) {
		return exchange("PATCH", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
	}

	JsonNode delete(String path) {
		return exchange("DELETE", path, BodyPublishers.noBody());
	}

	/**
	 * Fetches bytes from an absolute address.
	 * @param address the address
	 * @return the answer, whatever its status
	 * @throws WalkFailure if nothing answers
	 */
	HttpResponse<byte[]> fetch(URI address) {
		return send(request(address, "GET", BodyPublishers.noBody()), BodyHandlers.ofByteArray());
	}

	private JsonNode exchange(String method, String path, BodyPublisher body) {
		HttpResponse<String> answer = send(request(URI.create(this.base + path), method, body),
				BodyHandlers.ofString());
		if (answer.statusCode() >= FIRST_ERROR) {
			throw new WalkFailure(method + " " + this.base + path + " answered " + answer.statusCode() + ": "
					+ shortened(answer.body()));
		}
		try {
			return JSON.readTree(answer.body());
		}
		catch (JacksonException ex) {
			throw new WalkFailure(method + " " + this.base + path + " answered something that is no JSON");
		}
	}

	private HttpRequest request(URI address, String method, BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address)
			.timeout(LIMIT)
			.header("Content-Type", "application/json")
			.method(method, body);
		this.headers.forEach(request::header);
		return request.build();
	}

	private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
		long end = System.nanoTime() + this.outage.toNanos();
		while (true) {
			boolean last = System.nanoTime() >= end;
			try {
				HttpResponse<T> answer = CLIENT.send(request, handler);
				if (last || !AWAY.contains(answer.statusCode())) {
					return answer;
				}
			}
			catch (IOException ex) {
				if (last || !mayBeRepeated(request, ex)) {
					throw new WalkFailure(request.method() + " " + request.uri() + " got no answer ("
							+ ex.getClass().getSimpleName() + ")");
				}
			}
			catch (InterruptedException ex) {
				throw interrupted();
			}
			pause();
		}
	}

	private static boolean mayBeRepeated(HttpRequest request, IOException failure) {
		return request.method().equals("GET") || failure instanceof ConnectException;
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
	}

	private static WalkFailure interrupted() {
		Thread.currentThread().interrupt();
		return new WalkFailure("interrupted");
	}

	private static String shortened(String body) {
		return (body.length() > QUOTED) ? body.substring(0, QUOTED) + "…" : body;
	}

}
