package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Plain HTTP calls to the stack's own parts, each with a time-out.
 */
final class Http {

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(1))
		.build();

	private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);

	private static final int OK = 200;

	private Http() {
	}

	/**
	 * Whether the address answers 200.
	 * @param address the address of a health endpoint
	 * @return true if it does, within two seconds
	 */
	static boolean healthy(URI address) {
		try {
			HttpRequest request = HttpRequest.newBuilder(address).timeout(HEALTH_LIMIT).build();
			return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == OK;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Sends JSON.
	 * @param method the HTTP method
	 * @param address where to
	 * @param json the body
	 * @throws StackFailure if the answer is not 200
	 */
	static void send(String method, URI address, String json) {
		HttpRequest request = HttpRequest.newBuilder(address)
			.timeout(Duration.ofSeconds(20))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(json))
			.build();
		try {
			var answer = CLIENT.send(request, BodyHandlers.ofString());
			if (answer.statusCode() != OK) {
				throw new StackFailure(
						method + " " + address + " answered " + answer.statusCode() + ": " + answer.body());
			}
		}
		catch (IOException ex) {
			throw new StackFailure(method + " " + address + " failed: " + ex, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StackFailure("Interrupted during " + method + " " + address, ex);
		}
	}

}
