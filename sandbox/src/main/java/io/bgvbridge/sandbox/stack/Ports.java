package io.bgvbridge.sandbox.stack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which number each {@link Port} has in one stack, and those of the services' further
 * instances.
 */
public final class Ports {

	/** The most instances of each service that there are ports for. */
	public static final int MOST_INSTANCES = 3;

	/**
	 * How much higher the next instance's ports are. Management ports are 100 above the
	 * others, so that the next instance begins where nothing else of a stack is.
	 */
	private static final int NEXT_INSTANCE = 200;

	private static final int HIGHEST = 65_535;

	/** By instance. */
	private final List<Map<Port, Integer>> numbers;

	private Ports(ToIntBiFunction<Port, Integer> number) {
		this.numbers = IntStream.range(0, MOST_INSTANCES)
			.<Map<Port, Integer>>mapToObj((before) -> Arrays.stream(Port.values())
				.collect(Collectors.toMap((port) -> port, (port) -> number.applyAsInt(port, before),
						(one, other) -> one, () -> new EnumMap<>(Port.class))))
			.toList();
	}

	/**
	 * The documented ports, all moved by the same number. Those of a service's second and
	 * third instance are 200 and 400 higher than those of its first.
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
		return new Ports((port, before) -> port.standard() + offset + before * NEXT_INSTANCE);
	}

	/**
	 * Ports that nothing listens on now.
	 * @return the ports
	 */
	public static Ports free() {
		int ports = Port.values().length;
		List<Integer> free = FreePort.some(MOST_INSTANCES * ports);
		return new Ports((port, before) -> free.get(before * ports + port.ordinal()));
	}

	/**
	 * The number of a port; of a service's, that of its first instance.
	 * @param port the port
	 * @return its number
	 */
	public int of(Port port) {
		return of(port, 1);
	}

	/**
	 * The number of a service's port for one of its instances.
	 * @param port the port
	 * @param instance 1 for the first, and at most {@link #MOST_INSTANCES}
	 * @return its number
	 */
	public int of(Port port, int instance) {
		return this.numbers.get(instance - 1).getOrDefault(port, port.standard());
	}

	/**
	 * Checks that every port can be listened on, with one instance of each service.
	 * @throws StackFailure if one is taken; the message names each, and who wanted it
	 */
	public void requireFree() {
		requireFree(1);
	}

	/**
	 * Checks that every port can be listened on.
	 * @param instances how many instances of each service there will be
	 * @throws StackFailure if one is taken; the message names each, and who wanted it
	 */
	public void requireFree(int instances) {
		String taken = Stream
			.concat(Arrays.stream(Port.values()).map((port) -> new Wish(port, 1)),
					IntStream.rangeClosed(2, instances).boxed().flatMap(Ports::furtherInstance))
			.filter((wish) -> !FreePort.is(number(wish)))
			.sorted(Comparator.comparingInt(this::number))
			.map((wish) -> "port " + number(wish) + ", wanted by " + wish.user())
			.collect(Collectors.joining("; "));
		if (!taken.isEmpty()) {
			throw new StackFailure("Taken by another program: " + taken
					+ ". Stop that program, or move every port with BGV_PORT_OFFSET=1000.");
		}
	}

	private static Stream<Wish> furtherInstance(int instance) {
		return Arrays.stream(Service.values())
			.flatMap((service) -> Stream.of(service.http(), service.management()))
			.map((port) -> new Wish(port, instance));
	}

	private int number(Wish wish) {
		return of(wish.port(), wish.instance());
	}

	private record Wish(Port port, int instance) {

		String user() {
			return (this.instance == 1) ? this.port.user() : this.port.user() + " (instance " + this.instance + ")";
		}

	}

}
