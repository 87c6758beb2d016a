package io.bgvbridge.setup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.Topics.Topic;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers the schema of every topic over the registry's Confluent-compatible API, which
 * any such registry has. Can be done again and again.
 *
 * <p>
 * Compatibility is full and transitive: topics are kept for up to a year, so a new reader
 * meets every older record, and the services are rolled out one by one, so an old reader
 * meets newer records.
 */
public final class SchemaSetup {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int OK = 200;

	private static final int NOT_FOUND = 404;

	private static final int SERVER_ERROR = 500;

	/** Less than the whole wait: a registry may lose a question, and answer the next. */
	private static final Duration ONE_ANSWER = Duration.ofSeconds(10);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final String base;

	private final Duration timeOut;

	/**
	 * A set-up of one registry.
	 * @param confluentApi the base address of its Confluent-compatible API
	 * @param timeOut how long each answer is waited for, over all attempts
	 */
	public SchemaSetup(URI confluentApi, Duration timeOut) {
		this.base = confluentApi.toString();
		this.timeOut = timeOut;
	}

	/**
	 * The subjects that {@link #apply} would register a schema under. Changes nothing.
	 * @return their names
	 * @throws SetUpFailure if the registry is not there
	 */
	public List<String> plan() {
		return Topics.all().stream().filter((topic) -> !isRegistered(topic)).map(Topic::subject).toList();
	}

	/**
	 * Registers every schema and sets what a later version must be compatible with.
	 * @param told hears of each subject that gets a schema
	 * @throws SetUpFailure if the registry refuses a schema or is not there
	 */
	public void apply(Consumer<String> told) {
		for (Topic topic : Topics.all()) {
			if (!isRegistered(topic)) {
				told.accept(topic.subject());
				require(send("POST", "/subjects/" + topic.subject() + "/versions", schema(topic)));
			}
			require(send("PUT", "/config/" + topic.subject(),
					JSON.writeValueAsString(Map.of("compatibility", "FULL_TRANSITIVE"))));
		}
	}

	private boolean isRegistered(Topic topic) {
		HttpResponse<String> answer = send("POST", "/subjects/" + topic.subject(), schema(topic));
		return answer.statusCode() != NOT_FOUND && require(answer);
	}

	private static String schema(Topic topic) {
		return JSON.writeValueAsString(Map.of("schemaType", "AVRO", "schema", topic.schema().toString()));
	}

	private static boolean require(HttpResponse<String> answer) {
		if (answer.statusCode() != OK) {
			throw new SetUpFailure(answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
		}
		return true;
	}

	/** Every question may be asked twice: the same schema gets the same id. */
	private HttpResponse<String> send(String method, String path, String json) {
		URI address = URI.create(this.base + path);
		HttpRequest request = HttpRequest.newBuilder(address)
			.timeout((this.timeOut.compareTo(ONE_ANSWER) < 0) ? this.timeOut : ONE_ANSWER)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(json))
			.build();
		try {
			return retry().executeCallable(() -> this.client.send(request, BodyHandlers.ofString()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SetUpFailure("Interrupted during " + method + " " + address, ex);
		}
		catch (Exception ex) {
			throw new SetUpFailure(method + " " + address + " failed: " + ex, ex);
		}
	}

	private Retry retry() {
		long end = System.nanoTime() + this.timeOut.toNanos();
		return Retry.of("registry",
				RetryConfig.<HttpResponse<String>>custom()
					.maxAttempts(Integer.MAX_VALUE)
					.waitDuration(PAUSE)
					.retryOnException((failure) -> failure instanceof IOException && System.nanoTime() < end)
					.retryOnResult((answer) -> answer.statusCode() >= SERVER_ERROR && System.nanoTime() < end)
					.build());
	}

}
