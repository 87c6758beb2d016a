package io.bgvbridge.sandbox.ashby.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/** The partner's end of webhooks. */
public final class WebhookReceiver implements AutoCloseable {

	private final HttpServer server;

	private final List<Event> events = new CopyOnWriteArrayList<>();

	private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

	private volatile int otherwise = 200;

	public WebhookReceiver() {
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
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/webhooks");
	}

	public void answers(int status) {
		this.otherwise = status;
	}

	public void answers(String action, int status) {
		this.statuses.put(action, status);
	}

	/** Everything that arrived but pings. */
	public List<Event> events() {
		return this.events.stream().filter((event) -> !event.action().equals("ping")).toList();
	}

	public List<Event> all() {
		return this.events;
	}

	public Event only(String action) {
		return this.events.stream().filter((event) -> event.action().equals(action)).findFirst().orElseThrow();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			Event event = new Event(body, Json.read(body), exchange.getRequestHeaders().getFirst("Ashby-Signature"),
					exchange.getRequestHeaders().getFirst("User-Agent"));
			this.events.add(event);
			exchange.sendResponseHeaders(this.statuses.getOrDefault(event.action(), this.otherwise), -1);
		}
	}

	@SuppressWarnings("ArrayRecordComponent")
	public record Event(byte[] raw, JsonNode json, String signature, String agent) {

		public String action() {
			return this.json.path("action").asString();
		}

		public String actionId() {
			return this.json.path("webhookActionId").asString();
		}

	}

}
