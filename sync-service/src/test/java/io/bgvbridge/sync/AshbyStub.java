package io.bgvbridge.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One organisation's Ashby. Accepts updates whose timestamps strictly increase, and
 * byte-for-byte repeats; can be told to answer the next calls otherwise.
 */
public final class AshbyStub implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final List<byte[]> accepted = new CopyOnWriteArrayList<>();

	private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile String key = "key-1";

	private HttpServer server;

	public AshbyStub() {
		listen(0);
	}

	private void listen(int port) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	public URI baseUrl() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	void goesAway() {
		this.server.stop(0);
	}

	void comesBack() {
		listen(this.server.getAddress().getPort());
	}

	void changesKeyTo(String key) {
		this.key = key;
	}

	/** Takes the update, but the answer never arrives. */
	void takesAndFallsSilent() {
		this.reactions.add((exchange, body) -> {
			judge(body);
			await();
		});
	}

	void refuses(String code) {
		this.reactions.add((exchange, body) -> reply(exchange, 200, """
				{"success":false,"errors":["%1$s"],"errorInfo":{"code":"%1$s","message":"Adam Hart is not right"}}"""
			.formatted(code)));
	}

	void answers(int status, String body, String... headers) {
		this.reactions.add((exchange, received) -> {
			for (int i = 0; i < headers.length; i += 2) {
				exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
			}
			reply(exchange, status, body);
		});
	}

	public List<Call> calls() {
		return this.calls;
	}

	/** Updates that Ashby has taken, without repeats. */
	List<JsonNode> accepted() {
		return this.accepted.stream().map(JSON::readTree).toList();
	}

	JsonNode last() {
		return accepted().getLast();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			this.calls.add(new Call(System.nanoTime(), body));
			Reaction reaction = this.reactions.poll();
			if (!authorized(exchange)) {
				reply(exchange, 403, "{\"success\":false,\"errors\":[\"unauthorized\"]}");
			}
			else if (reaction != null) {
				reaction.to(exchange, body);
			}
			else {
				reply(exchange, 200, judge(body));
			}
		}
	}

	private boolean authorized(HttpExchange exchange) {
		String expected = "Basic "
				+ Base64.getEncoder().encodeToString((this.key + ":").getBytes(StandardCharsets.UTF_8));
		return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
	}

	private synchronized String judge(byte[] body) {
		if (this.accepted.stream().noneMatch((earlier) -> java.util.Arrays.equals(earlier, body))) {
			long newest = accepted().stream().mapToLong((update) -> update.path("timestamp").asLong()).max().orElse(0);
			if (JSON.readTree(body).path("timestamp").asLong() <= newest) {
				return "{\"success\":false,\"errors\":[\"invalid_input\"]}";
			}
			this.accepted.add(body);
		}
		return "{\"success\":true,\"results\":{}}";
	}

	private void await() {
		try {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void reply(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	public record Call(long nanos, byte[] body) {

	}

	private interface Reaction {

		void to(HttpExchange exchange, byte[] body) throws IOException;

	}

}
