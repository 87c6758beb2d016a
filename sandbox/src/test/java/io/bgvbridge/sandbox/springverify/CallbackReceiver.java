package io.bgvbridge.sandbox.springverify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/** The customer's end of callbacks. */
final class CallbackReceiver implements AutoCloseable {

	private final HttpServer server;

	private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();

	private final List<String> authorizations = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	CallbackReceiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/callbacks");
	}

	void answers(int newStatus) {
		this.status = newStatus;
	}

	List<JsonNode> bodies() {
		return this.bodies;
	}

	List<String> authorizations() {
		return this.authorizations;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
			this.bodies.add(Json.read(exchange.getRequestBody().readAllBytes()));
			exchange.sendResponseHeaders(this.status, -1);
		}
	}

}
