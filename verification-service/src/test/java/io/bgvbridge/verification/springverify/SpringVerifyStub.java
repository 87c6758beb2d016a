package io.bgvbridge.verification.springverify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import java.util.Map;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bgvbridge.verification.provider.ProviderAccess;

/**
 * A SpringVerify that gives one prepared answer and remembers what it was asked.
 */
final class SpringVerifyStub implements AutoCloseable {

	static final String TOKEN = "sv-token-42";

	private final HttpServer server;

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile int status = 200;

	private volatile byte[] body = {};

	private volatile byte[] first = {};

	private volatile String retryAfter = "";

	private volatile boolean silent;

	private volatile boolean cutOff;

	SpringVerifyStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor((task) -> Thread.ofVirtual().start(task));
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	ProviderAccess access() {
		return new ProviderAccess(UUID.randomUUID(),
				URI.create("http://localhost:" + this.server.getAddress().getPort() + "/springverify/"), TOKEN,
				Map.of());
	}

	/** Answers with a file of src/test/resources/springverify. */
	void answers(int status, String resource) {
		this.status = status;
		this.body = read(resource);
	}

	void answersText(int status, String text) {
		this.status = status;
		this.body = text.getBytes(StandardCharsets.UTF_8);
	}

	/** Answers the next call so, and later ones as said otherwise. */
	void answersFirst(String text) {
		this.first = text.getBytes(StandardCharsets.UTF_8);
	}

	void asksToWait(String retryAfter) {
		this.retryAfter = retryAfter;
	}

	void staysSilent() {
		this.silent = true;
	}

	/** Promises a longer body than it sends. */
	void cutsItsAnswerOff() {
		this.cutOff = true;
	}

	List<Call> calls() {
		return List.copyOf(this.calls);
	}

	Call call() {
		return this.calls.getLast();
	}

	private static byte[] read(String resource) {
		try (InputStream in = Objects
			.requireNonNull(SpringVerifyStub.class.getResourceAsStream("/springverify/" + resource), resource)) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(),
					exchange.getRequestBody().readAllBytes()));
			if (this.silent) {
				this.closed.await(30, TimeUnit.SECONDS);
			}
			if (!this.retryAfter.isEmpty()) {
				exchange.getResponseHeaders().set("Retry-After", this.retryAfter);
			}
			byte[] answer = (this.first.length > 0) ? this.first : this.body;
			this.first = new byte[0];
			int promised = answer.length + (this.cutOff ? 100 : 0);
			exchange.sendResponseHeaders(this.status, (promised == 0) ? -1 : promised);
			exchange.getResponseBody().write(answer);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	record Call(String method, URI uri, Headers headers, byte[] body) {

	}

}
