package io.bgvbridge.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * The simulators behind one port, each at {@code /} + its name.
 */
public final class SandboxServer implements AutoCloseable {

	static {
		// The JDK's server writes head and body apart: without this every answer on a
		// kept-alive connection waits some 40 ms for the client's delayed ack.
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
	}

	private final HttpServer server;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final List<Simulator> simulators;

	private final Faults faults;

	private final Front front;

	private final URI address;

	private final Calls calls = new Calls();

	private SandboxServer(HttpServer server, @Nullable URI address, List<Simulator> simulators) {
		this.server = server;
		this.address = (address != null) ? address : URI.create("http://localhost:" + port());
		this.simulators = simulators;
		this.faults = new Faults(simulators);
		simulators.forEach((simulator) -> {
			simulator.mountedAt(url(simulator.name()));
			simulator.shownAt(URI.create("http://localhost:" + port() + "/" + simulator.name()));
		});
		server.setExecutor(this.threads);
		this.front = new Front(simulators, this.faults, this.calls, this.address);
		server.createContext("/", this.front);
		server.start();
	}

	/**
	 * Opens the port and mounts the simulators.
	 * @param port the port, 0 for a free one
	 * @throws UncheckedIOException when the port is taken
	 */
	public static SandboxServer start(int port, Simulator first, Simulator... more) {
		List<Simulator> simulators = new ArrayList<>(List.of(first));
		simulators.addAll(List.of(more));
		return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), null, simulators);
	}

	/**
	 * Opens the port to other machines, too.
	 * @param port the port, 0 for a free one
	 * @param address how the product's services reach it, without a trailing slash
	 * @throws UncheckedIOException when the port is taken
	 */
	public static SandboxServer startForAll(int port, URI address, Simulator... simulators) {
		return start(new InetSocketAddress(port), address, List.of(simulators));
	}

	private static SandboxServer start(InetSocketAddress socket, @Nullable URI address, List<Simulator> simulators) {
		try {
			return new SandboxServer(HttpServer.create(socket, 1024), address, List.copyOf(simulators));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The sandbox cannot listen on port " + socket.getPort(), ex);
		}
	}

	/** The port that it listens on. */
	public int port() {
		return this.server.getAddress().getPort();
	}

	/**
	 * Where services reach what is mounted under that name, without a trailing slash.
	 */
	public URI url(String name) {
		return URI.create(this.address + "/" + name);
	}

	/** Lets the first page lead to the product's console. */
	public void console(URI address) {
		this.front.console(address);
	}

	/** The failures that are ordered. */
	public Faults faults() {
		return this.faults;
	}

	/** The recorded calls. */
	public Calls calls() {
		return this.calls;
	}

	/**
	 * Closes the port at once; calls under way are dropped, and the simulators fall
	 * silent.
	 */
	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
		this.simulators.forEach(Simulator::unmounted);
	}

}
