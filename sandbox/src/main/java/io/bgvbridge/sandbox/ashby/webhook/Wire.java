package io.bgvbridge.sandbox.ashby.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** Sends one signed body to one address. */
final class Wire implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	/** The answered status, or null when there was no answer. */
	@Nullable Integer send(Webhook webhook, byte[] body) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(webhook.requestUrl())
			.timeout(LIMIT)
			.header("Content-Type", "application/json")
			.header("User-Agent", "Ashby-Webhook")
			.header("Ashby-Signature", signature(webhook.secretToken(), body))
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return null;
		}
	}

	@Override
	public void close() {
		this.client.shutdownNow();
	}

	/** {@code sha256=} and the keyed hash of the raw body in lower-case digits. */
	static String signature(String secretToken, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secretToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
