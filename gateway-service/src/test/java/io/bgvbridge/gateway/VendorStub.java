package io.bgvbridge.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;

/**
 * A server of somebody else's that answers what it is told to.
 */
public final class VendorStub implements AutoCloseable {

	private final HttpServer server;

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final CountDownLatch end = new CountDownLatch(1);

	private volatile int status = 200;

	private volatile String contentType = "application/json";

	private volatile byte[] body = new byte[0];

	private volatile boolean silent;

	private volatile String location = "";

	private volatile String authorization = "";

	/** A server that runs. */
	public VendorStub() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", (call) -> {
			this.calls.add(call.getRequestURI().getPath());
			this.authorization = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
			call.getRequestBody().readAllBytes();
			if (this.silent) {
				await();
			}
			call.getResponseHeaders().set("Content-Type", this.contentType);
			if (!this.location.isEmpty()) {
				call.getResponseHeaders().set("Location", this.location);
			}
			call.sendResponseHeaders(this.status, (this.body.length == 0) ? -1 : this.body.length);
			call.getResponseBody().write(this.body);
			call.close();
		});
		this.server.start();
	}

	private void await() {
		try {
			this.end.await(60, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	public URI url() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	public VendorStub answers(int status, String body) {
		return answers(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
	}

	public VendorStub answers(int status, String contentType, byte[] body) {
		this.status = status;
		this.contentType = contentType;
		this.body = body;
		this.location = "";
		this.silent = false;
		return this;
	}

	public VendorStub redirects(int status, String location) {
		answers(status, "");
		this.location = location;
		return this;
	}

	public VendorStub answersCandidate(String phone) {
		return answers(200, """
				{"success": true, "results": {"id": "c", "name": "Asha Rao", "primaryPhoneNumber": {"value": "%s"}}}
				""".formatted(phone));
	}

	public VendorStub saysNothing() {
		this.silent = true;
		return this;
	}

	public List<String> calls() {
		return this.calls;
	}

	public String authorization() {
		return this.authorization;
	}

	@Override
	public void close() {
		this.end.countDown();
		this.server.stop(0);
	}

}
