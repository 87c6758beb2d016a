package io.bgvbridge.sandbox.callback;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Brings one JSON body to one address. */
public final class Courier implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	/**
	 * Posts the body.
	 * @param headers further header fields
	 * @return the answered status, or null when there was no answer
	 */
	public @Nullable Integer bring(URI url, Map<String, String> headers, byte[] body) throws InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(url)
			.timeout(LIMIT)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body));
		headers.forEach(request::header);
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			return null;
		}
	}

	/** Ends what is under way; later bodies are not brought. */
	@Override
	public void close() {
		this.client.shutdownNow();
	}

}
