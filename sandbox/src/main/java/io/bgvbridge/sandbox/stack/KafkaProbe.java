package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;

/**
 * Asks whether a broker on this machine serves.
 *
 * @param port the port of its clients
 */
record KafkaProbe(int port) {

	private static final int CONNECT_MILLIS = 500;

	String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	/**
	 * The port opens before the broker has registered itself, so it is asked who is
	 * there.
	 * @return whether it names a broker
	 */
	boolean answers() {
		if (!listens()) {
			return false;
		}
		Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers(), "default.api.timeout.ms", 2000,
				"request.timeout.ms", 2000);
		try (Admin admin = Admin.create(settings)) {
			return !admin.describeCluster().nodes().get().isEmpty();
		}
		catch (ExecutionException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private boolean listens() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("127.0.0.1", this.port), CONNECT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
