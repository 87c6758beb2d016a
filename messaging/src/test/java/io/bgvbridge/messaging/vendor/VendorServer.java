package io.bgvbridge.messaging.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A vendor that speaks raw bytes, so that it can misbehave as a test says.
 */
final class VendorServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Behaviour behaviour;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	VendorServer(Behaviour behaviour) {
		this.behaviour = behaviour;
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	/** Answers every request with these lines of a head, and a body. */
	static VendorServer answering(String head, String body) {
		return new VendorServer((connection) -> connection.getOutputStream()
			.write(("HTTP/1.1 " + head + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
				.getBytes(StandardCharsets.UTF_8)));
	}

	URI address() {
		return URI.create("http://" + this.socket.getInetAddress().getHostAddress() + ":" + this.socket.getLocalPort());
	}

	/** The heads of all requests. */
	List<String> requests() {
		return this.requests;
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				Thread.ofVirtual().start(() -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			for (String head = head(connection.getInputStream()); !head
				.isEmpty(); head = head(connection.getInputStream())) {
				this.requests.add(head);
				this.behaviour.answer(connection);
				connection.getOutputStream().flush();
			}
		}
		catch (IOException ex) {
			// The client has gone, or the test has closed the connection.
		}
	}

	private static String head(InputStream received) throws IOException {
		StringBuilder head = new StringBuilder();
		for (int next = received.read(); next >= 0 && head.indexOf("\r\n\r\n") < 0; next = received.read()) {
			head.append((char) next);
			if (head.indexOf("\r\n\r\n") >= 0) {
				break;
			}
		}
		return head.toString();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What the vendor does with a request that it has read.
	 */
	interface Behaviour {

		void answer(Socket connection) throws IOException;

	}

}
