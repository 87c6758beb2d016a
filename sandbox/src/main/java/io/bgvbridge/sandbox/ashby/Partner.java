package io.bgvbridge.sandbox.ashby;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/** The partner as Ashby reaches it: a base URL and a pasted token. */
final class Partner {

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final String baseUrl;

	private final String token;

	Partner(String baseUrl, String token) {
		this.baseUrl = baseUrl;
		this.token = token;
	}

	String baseUrl() {
		return this.baseUrl;
	}

	/**
	 * Calls the partner, token as user and blank password.
	 * @throws PartnerMisfit when there is no answer within 30 seconds
	 */
	PartnerAnswer call(String operation, JsonNode body) {
		String credentials = Base64.getEncoder().encodeToString((this.token + ":").getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.baseUrl + (this.baseUrl.endsWith("/") ? "" : "/") + operation))
			.timeout(Duration.ofSeconds(30))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.header("User-Agent", "Ashby-Sandbox")
			.POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
			.build();
		try {
			HttpResponse<String> response = this.client.send(request, HttpResponse.BodyHandlers.ofString());
			return new PartnerAnswer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
					response.body());
		}
		catch (IOException ex) {
			throw new PartnerMisfit("did not answer: " + ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PartnerMisfit("did not answer: interrupted");
		}
	}

}
