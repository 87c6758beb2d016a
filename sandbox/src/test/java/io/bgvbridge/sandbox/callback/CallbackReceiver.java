package io.bgvbridge.sandbox.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/** The customer's end of callbacks. */
public final class CallbackReceiver implements AutoCloseable {

	private final HttpServer server;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	public CallbackReceiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/callbacks");
	}

	public void answers(int newStatus) {
		this.status = newStatus;
	}

	public List<Received> received() {
		return List.copyOf(this.received);
	}

	public List<JsonNode> bodies() {
		return this.received.stream().map(Received::json).toList();
	}

	/** A header of each call, "null" where it is missing. */
	public List<String> headers(String name) {
		return this.received.stream().map((call) -> call.header(name)).toList();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Map<String, String> headers = exchange.getRequestHeaders()
				.entrySet()
				.stream()
				.collect(Collectors.toMap((entry) -> entry.getKey().toLowerCase(),
						(entry) -> entry.getValue().getFirst()));
			this.received.add(new Received(headers, exchange.getRequestBody().readAllBytes()));
			exchange.sendResponseHeaders(this.status, -1);
		}
	}

	@SuppressWarnings("ArrayRecordComponent")
	public record Received(Map<String, String> headers, byte[] body) {

		public String header(String name) {
			return this.headers.getOrDefault(name.toLowerCase(), "null");
		}

		public JsonNode json() {
			return Json.read(this.body);
		}

	}

}
