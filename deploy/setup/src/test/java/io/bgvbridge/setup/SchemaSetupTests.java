package io.bgvbridge.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A registry that misbehaves; the set-up of a real one is an end-to-end test.
 */
class SchemaSetupTests {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final AtomicInteger asked = new AtomicInteger();

	private final HttpServer registry = registry();

	@AfterEach
	void stop() {
		this.registry.stop(0);
	}

	@Test
	void asksAgainWhereTheRegistryLosesAQuestionOrFails() {
		answer((exchange) -> {
			switch (this.asked.incrementAndGet()) {
				case 1 -> exchange.close();
				case 2, 4 -> send(exchange, 503);
				default -> send(exchange, 200);
			}
		});
		List<String> registered = new ArrayList<>();
		setUp().apply(registered::add);

		assertThat(registered).isEmpty();
		assertThat(this.asked).hasValue(3 + 2 * Topics.all().size());
	}

	@Test
	void givesUpInOneSentenceWhereTheRegistryNeverAnswers() {
		answer((exchange) -> {
		});
		assertThatExceptionOfType(SetUpFailure.class).isThrownBy(() -> setUp().plan())
			.withMessageContaining("/subjects/")
			.withMessageContaining("timed out");
	}

	@Test
	void doesNotAskAgainWhatIsRefused() {
		answer((exchange) -> {
			this.asked.incrementAndGet();
			send(exchange, 409);
		});
		assertThatExceptionOfType(SetUpFailure.class).isThrownBy(() -> setUp().plan()).withMessageContaining("409");
		assertThat(this.asked).hasValue(1);
	}

	private SchemaSetup setUp() {
		return new SchemaSetup(URI.create("http://127.0.0.1:" + this.registry.getAddress().getPort()), PATIENCE);
	}

	private void answer(com.sun.net.httpserver.HttpHandler answer) {
		this.registry.createContext("/", answer);
		this.registry.start();
	}

	private static void send(HttpExchange exchange, int status) throws IOException {
		exchange.getRequestBody().readAllBytes();
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

	private static HttpServer registry() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
