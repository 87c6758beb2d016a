package io.bgvbridge.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.JsonNode;

/** A client of the sandbox under test. */
public final class Caller {

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI base;

	private final String authorization;

	public Caller(URI base) {
		this(base, "");
	}

	public Caller(URI base, String authorization) {
		this.base = base;
		this.authorization = authorization;
	}

	public static String basic(String credentials) {
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	public Caller as(String otherAuthorization) {
		return new Caller(this.base, otherAuthorization);
	}

	public Reply get(String path) {
		return send(request(path).GET());
	}

	public Reply delete(String path) {
		return send(request(path).DELETE());
	}

	public Reply post(String path, String json) {
		return send(json(path, json));
	}

	/**
	 * Sends a form as a browser does; what is answered is the answer to the form itself.
	 */
	public Reply form(String path, String... namesAndValues) {
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			body.append(body.isEmpty() ? "" : "&")
				.append(namesAndValues[i])
				.append('=')
				.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
		}
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Origin", this.base.getScheme() + "://" + this.base.getAuthority())
			.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
	}

	public HttpRequest.Builder json(String path, String json) {
		return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
	}

	public HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(10))
			.header("User-Agent", "sandbox-tests/1");
		return this.authorization.isEmpty() ? request : request.header("Authorization", this.authorization);
	}

	public Reply send(HttpRequest.Builder request) {
		try {
			return new Reply(this.client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static void await(BooleanSupplier condition) {
		Instant deadline = Instant.now().plusSeconds(10);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(deadline)) {
				throw new AssertionError("not within ten seconds");
			}
			LockSupport.parkNanos(5_000_000);
		}
	}

	public record Reply(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String text() {
			return this.response.body();
		}

		public JsonNode json() {
			return Json.read(this.response.body());
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

	}

}
