package io.bgvbridge.messaging;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the service in this container whether it is ready: a container's health check that
 * needs no shell and no other program. Exit 0 if it is, 1 if not.
 */
public final class HealthProbe {

	private static final int TIME_OUT_MILLIS = 3_000;

	private HealthProbe() {
	}

	/**
	 * Asks once.
	 * @param arguments the management port
	 * @throws IOException if nobody answers, which ends the JVM with 1, too
	 */
	public static void main(String[] arguments) throws IOException {
		System.exit(isReady(Integer.parseInt(arguments[0])) ? 0 : 1);
	}

	static boolean isReady(int port) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) URI
			.create("http://localhost:" + port + "/actuator/health/readiness")
			.toURL()
			.openConnection();
		connection.setConnectTimeout(TIME_OUT_MILLIS);
		connection.setReadTimeout(TIME_OUT_MILLIS);
		return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
	}

}
