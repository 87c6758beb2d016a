package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;

/**
 * Port numbers of the loopback address that nothing listens on.
 */
final class FreePort {

	/**
	 * Free ports are taken below 32768, where Linux begins to give out ports to outgoing
	 * connections: a client that keeps trying a stopped server on one of those would one
	 * day connect to itself and hold the port.
	 */
	private static final int FROM = 18_000;

	private static final int TO = 32_000;

	private FreePort() {
	}

	/**
	 * Different free numbers, picked at random.
	 * @param count how many
	 * @return the numbers
	 */
	static List<Integer> some(int count) {
		return new Random().ints(FROM, TO).distinct().filter(FreePort::is).limit(count).boxed().toList();
	}

	/**
	 * Whether a number is free now.
	 * @param number the port's number
	 * @return true if it can be listened on
	 */
	static boolean is(int number) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), number));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
