package io.bgvbridge.gateway;

import java.io.ByteArrayInputStream;
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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who calls the service.
 *
 * @param base its address
 * @param authorization the header; empty for none
 * @param contentType the header; empty for none
 */
public record Caller(String base, String authorization, String contentType) {

	private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper json = new JsonMapper();

	public Caller(int port) {
		this("http://localhost:" + port, "", "application/json");
	}

	public Caller basic(String user, String password) {
		String both = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		return authorized("Basic " + both);
	}

	public Caller operator() {
		return basic("admin", "secret");
	}

	public Caller authorized(String header) {
		return new Caller(this.base, header, this.contentType);
	}

	public Caller sending(String type) {
		return new Caller(this.base, this.authorization, type);
	}

	public Answer get(String path) {
		return send(path, "GET", BodyPublishers.noBody());
	}

	public Answer post(String path, String body) {
		return send(path, "POST", body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
	}

	public Answer delete(String path) {
		return send(path, "DELETE", BodyPublishers.noBody());
	}

	public Answer patch(String path, String body) {
		return send(path, "PATCH", BodyPublishers.ofString(body));
	}

	public Answer call(String method, String path, String body) {
		return send(path, method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
	}

	public Answer postSigned(String path, byte[] body, String signature) {
		return send(path, "POST", BodyPublishers.ofByteArray(body), "Ashby-Signature", signature);
	}

	public Answer postSigned(String path, String body, String header, String signature) {
		return send(path, "POST", BodyPublishers.ofString(body), header, signature);
	}

	public Answer post(String path, byte[] body) {
		return send(path, "POST", BodyPublishers.ofByteArray(body));
	}

	public Answer postChunked(String path, byte[] body) {
		return send(path, "POST", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
	}

	private Answer send(String path, String method, BodyPublisher body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(20))
			.method(method, body);
		if (!this.authorization.isEmpty()) {
			request.header("Authorization", this.authorization);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		if (!this.contentType.isEmpty()) {
			request.header("Content-Type", this.contentType);
		}
		long begin = System.nanoTime();
		try {
			HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
			return new Answer(answer, Duration.ofNanos(System.nanoTime() - begin));
		}
		catch (IOException ex) {
			throw new AssertionError("No answer to " + path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/**
	 * What the caller was answered.
	 *
	 * @param http the answer
	 * @param took how long it took
	 */
	public record Answer(HttpResponse<byte[]> http, Duration took) {

		public int status() {
			return this.http.statusCode();
		}

		public String header(String name) {
			return this.http.headers().firstValue(name).orElse("");
		}

		public String text() {
			return new String(this.http.body(), StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return json.readTree(this.http.body());
		}

	}

}
