package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import io.bgvbridge.sandbox.stack.Secrets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Someone who calls the gateway.
 */
final class Caller {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int FIRST_ERROR = 400;

	private final URI base;

	private final @Nullable String authorization;

	private final String contentType;

	Caller(URI base) {
		this(base, null, "application/json");
	}

	private Caller(URI base, @Nullable String authorization, String contentType) {
		this.base = base;
		this.authorization = authorization;
		this.contentType = contentType;
	}

	URI uri() {
		return this.base;
	}

	Caller asOperator(Secrets secrets) {
		return basic(secrets.adminUser(), secrets.adminPassword());
	}

	Caller basic(String user, String password) {
		return authorized("Basic "
				+ Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
	}

	Caller authorized(String value) {
		return new Caller(this.base, value, this.contentType);
	}

	Caller sending(String type) {
		return new Caller(this.base, this.authorization, type);
	}

	Answer get(String path) {
		return send(path, "GET", BodyPublishers.noBody());
	}

	/** Asks for one form of the answer. */
	Answer get(String path, String accept) {
		return send(path, "GET", BodyPublishers.noBody(), "Accept", accept);
	}

	Answer post(String path, Object body) {
		return post(path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
	}

	Answer post(String path, String body) {
		return post(path, BodyPublishers.ofString(body));
	}

	Answer post(String path, BodyPublisher body) {
		return send(path, "POST", body);
	}

	Answer delete(String path) {
		return send(path, "DELETE", BodyPublishers.noBody());
	}

	Answer patch(String path, String body) {
		return send(path, "PATCH", BodyPublishers.ofString(body));
	}

	/** Sends a header along, as a webhook does its signature. */
	Answer post(String path, byte[] body, String header, String value) {
		return send(path, "POST", BodyPublishers.ofByteArray(body), header, value);
	}

	private Answer send(String path, String method, BodyPublisher body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(30))
			.header("Content-Type", this.contentType)
			.method(method, body);
		if (headers.length > 0) {
			request.headers(headers);
		}
		if (this.authorization != null) {
			request.header("Authorization", this.authorization);
		}
		long begin = System.nanoTime();
		try {
			Answer answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()),
					Duration.ofNanos(System.nanoTime() - begin));
			remember(path, answer);
			return answer;
		}
		catch (IOException ex) {
			throw new AssertionError(method + " " + path + " got no answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", ex);
		}
	}

	private static void remember(String path, Answer answer) {
		if (answer.status() >= FIRST_ERROR) {
			Planted.answered(path, answer.text());
		}
		else if (answer.header("Content-Type").startsWith("application/json")) {
			Planted.shown(answer.json());
		}
	}

	/**
	 * What the gateway answered.
	 *
	 * @param raw the answer
	 * @param took time until it was whole
	 */
	record Answer(HttpResponse<byte[]> raw, Duration took) {

		int status() {
			return this.raw.statusCode();
		}

		String header(String name) {
			return this.raw.headers().firstValue(name).orElse("");
		}

		String text() {
			return new String(this.raw.body(), StandardCharsets.UTF_8);
		}

		JsonNode json() {
			return JSON.readTree(this.raw.body());
		}

		JsonNode json(int status) {
			assertThat(status()).as("status of %s", text()).isEqualTo(status);
			return json();
		}

	}

}
