package io.bgvbridge.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A TCP line to a server of this machine that can be cut, frozen and mended.
 */
public final class Cord implements AutoCloseable {

	private final ServerSocket here;

	private final int target;

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private volatile boolean cut;

	private volatile boolean frozen;

	Cord(int target) {
		try {
			this.target = target;
			this.here = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofPlatform().daemon().start(this::accept);
	}

	int port() {
		return this.here.getLocalPort();
	}

	/** Breaks every connection, and each new one at once. */
	public void cut() {
		this.cut = true;
		this.open.forEach(Cord::close);
	}

	/** Passes nothing on any more, and says nothing. */
	public void freeze() {
		this.frozen = true;
	}

	/** Passes everything again; what hung while frozen is broken. */
	public void mend() {
		if (this.frozen) {
			this.open.forEach(Cord::close);
		}
		this.cut = false;
		this.frozen = false;
	}

	private void accept() {
		while (!this.here.isClosed()) {
			try {
				Socket caller = this.here.accept();
				if (this.cut) {
					close(caller);
					continue;
				}
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.open.add(caller);
				this.open.add(server);
				Thread.ofPlatform().daemon().start(() -> pass(caller, server));
				Thread.ofPlatform().daemon().start(() -> pass(server, caller));
			}
			catch (IOException ex) {
				// The test is over.
			}
		}
	}

	private void pass(Socket from, Socket to) {
		byte[] bytes = new byte[8192];
		try (from; to) {
			InputStream source = from.getInputStream();
			for (int read = source.read(bytes); read >= 0; read = source.read(bytes)) {
				if (this.frozen) {
					continue;
				}
				to.getOutputStream().write(bytes, 0, read);
			}
		}
		catch (IOException ex) {
			// One end has gone; so goes the other.
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.here.close();
		this.open.forEach(Cord::close);
	}

}
