package io.bgvbridge.ashby;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An Ashby that gives one prepared answer and remembers what it was asked.
 */
final class AshbyStub implements AutoCloseable {

	static final String REQUEST_ID = "01JSJ8FDK5ZN4XQBZP7DBKK7ZC";

	private final HttpServer server;

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final Queue<Once> once = new ConcurrentLinkedQueue<>();

	private volatile int status = 200;

	private volatile byte[] body = {};

	private volatile String retryAfter = "";

	private volatile Duration delay = Duration.ZERO;

	AshbyStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	AshbyAccess access() {
		return new AshbyAccess(URI.create("http://localhost:" + this.server.getAddress().getPort() + "/ashby/"),
				"key_42");
	}

	void answers(int status, String resource) {
		this.status = status;
		this.body = resource.isEmpty() ? new byte[0] : read(resource);
	}

	/** Answers that are given once each, before the standing one. */
	void answersOnce(int status, String json) {
		this.once.add(new Once(status, json.getBytes(StandardCharsets.UTF_8)));
	}

	void asksToWait(String retryAfter) {
		this.retryAfter = retryAfter;
	}

	void answersAfter(Duration delay) {
		this.delay = delay;
	}

	List<Call> calls() {
		return this.calls;
	}

	Call call() {
		return this.calls.getLast();
	}

	private static byte[] read(String resource) {
		try (InputStream in = Objects.requireNonNull(AshbyStub.class.getResourceAsStream("/ashby/" + resource))) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
					exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
			LockSupport.parkNanos(this.delay.toNanos());
			exchange.getResponseHeaders().set("x-ashby-request-id", REQUEST_ID);
			if (!this.retryAfter.isEmpty()) {
				exchange.getResponseHeaders().set("Retry-After", this.retryAfter);
			}
			Once next = this.once.poll();
			Once now = (next != null) ? next : new Once(this.status, this.body);
			exchange.sendResponseHeaders(now.status(), (now.body().length == 0) ? -1 : now.body().length);
			exchange.getResponseBody().write(now.body());
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private record Once(int status, byte[] body) {

	}

	record Call(String method, String path, Headers headers, byte[] body) {

	}

}
