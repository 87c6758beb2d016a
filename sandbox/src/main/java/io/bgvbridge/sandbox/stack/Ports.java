package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Which number each {@link Port} has in one stack.
 */
public final class Ports {

	/**
	 * Free ports are taken below 32768, where Linux begins to give out ports to outgoing
	 * connections: a client that keeps trying a stopped server on one of those would one
	 * day connect to itself and hold the port.
	 */
	private static final int FREE_FROM = 18_000;

	private static final int FREE_TO = 32_000;

	private static final int HIGHEST = 65_535;

	private final Map<Port, Integer> numbers;

	private Ports(ToIntFunction<Port> number) {
		this.numbers = Arrays.stream(Port.values())
			.collect(Collectors.toMap((port) -> port, number::applyAsInt, (one, other) -> one,
					() -> new EnumMap<>(Port.class)));
	}

	/**
	 * The documented ports, all moved by the same number.
	 * @param offset what is added to each port, 0 or more
	 * @return the ports
	 * @throws StackFailure if a port would leave the range of ports
	 */
	public static Ports standard(int offset) {
		int highest = Arrays.stream(Port.values()).mapToInt(Port::standard).max().orElseThrow();
		if (offset < 0 || highest + offset > HIGHEST) {
			throw new StackFailure(
					"BGV_PORT_OFFSET must be between 0 and " + (HIGHEST - highest) + ", and is " + offset + ".");
		}
		return new Ports((port) -> port.standard() + offset);
	}

	/**
	 * Ports that nothing listens on now.
	 * @return the ports
	 */
	public static Ports free() {
		List<Integer> free = new Random().ints(FREE_FROM, FREE_TO)
			.distinct()
			.filter(Ports::isFree)
			.limit(Port.values().length)
			.boxed()
			.toList();
		return new Ports((port) -> free.get(port.ordinal()));
	}

	/**
	 * The number of a port.
	 * @param port the port
	 * @return its number
	 */
	public int of(Port port) {
		return this.numbers.getOrDefault(port, port.standard());
	}

	/**
	 * Checks that every port can be listened on.
	 * @throws StackFailure if one is taken; the message names each, and who wanted it
	 */
	public void requireFree() {
		String taken = Arrays.stream(Port.values())
			.filter((port) -> !isFree(of(port)))
			.sorted(Comparator.comparingInt(this::of))
			.map((port) -> "port " + of(port) + ", wanted by " + port.user())
			.collect(Collectors.joining("; "));
		if (!taken.isEmpty()) {
			throw new StackFailure("Taken by another program: " + taken
					+ ". Stop that program, or move every port with BGV_PORT_OFFSET=1000.");
		}
	}

	private static boolean isFree(int number) {
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
