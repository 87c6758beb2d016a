package io.bgvbridge.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The verification service's report door. Answers with the report of an assessment, if it
 * was given one.
 */
public final class ReportDoor implements AutoCloseable {

	private final HttpServer server;

	private final Map<UUID, Answer> answers = new ConcurrentHashMap<>();

	private final Map<UUID, String> tokens = new ConcurrentHashMap<>();

	ReportDoor() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/reports/", this::answer);
		this.server.start();
	}

	URI baseUrl() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/");
	}

	public void has(UUID assessmentId, byte[] report) {
		this.answers.put(assessmentId, new Answer(200, report, 0));
	}

	public void hasSlowly(UUID assessmentId, byte[] report, long millis) {
		this.answers.put(assessmentId, new Answer(200, report, millis));
	}

	public void fails(UUID assessmentId, int status) {
		this.answers.put(assessmentId, new Answer(status, new byte[0], 0));
	}

	/** The provider shows the report on a page of its own. */
	public void pointsToPage(UUID assessmentId) {
		fails(assessmentId, 303);
	}

	/** The token that was shown for a report; null if nobody asked. */
	public String tokenFor(UUID assessmentId) {
		return this.tokens.get(assessmentId);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			UUID assessmentId = UUID.fromString(exchange.getRequestURI().getPath().substring("/reports/".length()));
			this.tokens.put(assessmentId, exchange.getRequestHeaders().getFirst("Authorization"));
			Answer answer = this.answers.getOrDefault(assessmentId, new Answer(404, new byte[0], 0));
			sleep(answer.millis());
			if (answer.status() == 303) {
				exchange.getResponseHeaders().set("Location", baseUrl() + "page");
			}
			exchange.sendResponseHeaders(answer.status(), (answer.body().length == 0) ? -1 : answer.body().length);
			exchange.getResponseBody().write(answer.body());
		}
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private record Answer(int status, byte[] body, long millis) {

	}

}
