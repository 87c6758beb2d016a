package io.bgvbridge.verification.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small strict vendor on a real port, which can be made to fail on the way.
 */
public abstract class StubVendor implements AutoCloseable {

	protected static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpServer server;

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile Fault fault = new Fault((call) -> false, Kind.ANSWER, new Reply(200, ""));

	protected StubVendor() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor((task) -> Thread.ofVirtual().start(task));
		this.server.createContext("/", this::serve);
		this.server.start();
	}

	/** What the vendor does with a call. */
	protected abstract Reply answer(Call call);

	/** An address of the vendor's. */
	public URI address(String path) {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + path);
	}

	/** Answers such calls so, without acting on them. */
	public void answers(Predicate<Call> when, Reply reply) {
		this.fault = new Fault(when, Kind.ANSWER, reply);
	}

	/** Takes such calls and never answers. */
	public void staysSilent(Predicate<Call> when) {
		this.fault = new Fault(when, Kind.SILENCE, new Reply(200, ""));
	}

	/** Acts on such calls, and its answers are lost. */
	public void losesAnswers(Predicate<Call> when) {
		this.fault = new Fault(when, Kind.LOSS, new Reply(200, ""));
	}

	public void recovers() {
		this.fault = new Fault((call) -> false, Kind.ANSWER, new Reply(200, ""));
	}

	public List<Call> calls() {
		return List.copyOf(this.calls);
	}

	private void serve(HttpExchange exchange) throws IOException {
		try (exchange) {
			Call call = new Call(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(),
					exchange.getRequestBody().readAllBytes());
			this.calls.add(call);
			Fault now = this.fault;
			boolean strikes = now.when().test(call);
			if (strikes && now.kind() == Kind.SILENCE) {
				this.closed.await(30, TimeUnit.SECONDS);
				return;
			}
			Reply reply = (strikes && now.kind() == Kind.ANSWER) ? now.reply() : answer(call);
			if (!strikes || now.kind() != Kind.LOSS) {
				send(exchange, reply);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void send(HttpExchange exchange, Reply reply) throws IOException {
		byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
		reply.headers().forEach(exchange.getResponseHeaders()::set);
		exchange.sendResponseHeaders(reply.status(), (body.length == 0) ? -1 : body.length);
		exchange.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	private enum Kind {

		ANSWER, SILENCE, LOSS

	}

	private record Fault(Predicate<Call> when, Kind kind, Reply reply) {

	}

	/**
	 * A call that the vendor got.
	 */
	public record Call(String method, URI uri, Headers headers, byte[] body) {

		public String header(String name) {
			return String.valueOf(this.headers.getFirst(name));
		}

		public JsonNode json() {
			return JSON.readTree(this.body);
		}

		/** A decoded query parameter; empty if there is none. */
		public String query(String name) {
			String query = (this.uri.getRawQuery() != null) ? this.uri.getRawQuery() : "";
			return Arrays.stream(query.split("&"))
				.filter((pair) -> pair.startsWith(name + "="))
				.map((pair) -> java.net.URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
				.findFirst()
				.orElse("");
		}

		public boolean is(String method, String pathEnd) {
			return this.method.equals(method) && this.uri.getPath().endsWith(pathEnd);
		}

	}

	/**
	 * An answer.
	 */
	public record Reply(int status, String body, Map<String, String> headers) {

		public Reply(int status, String body) {
			this(status, body, Map.of("Content-Type", "application/json"));
		}

		public static Reply of(int status, Object body) {
			return new Reply(status, JSON.writeValueAsString(body));
		}

	}

}
