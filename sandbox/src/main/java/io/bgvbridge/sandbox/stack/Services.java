package io.bgvbridge.sandbox.stack;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The three services of one stack, each with as many instances.
 */
public final class Services implements AutoCloseable {

	/** The first instance of each service, then the second of each, and so on. */
	private final List<Map<Service, ServiceProcess>> sets;

	private Services(List<Map<Service, ServiceProcess>> sets) {
		this.sets = sets;
	}

	/**
	 * One instance of each service of a stack, not started yet.
	 * @param stack the stack
	 * @param settings environment variables that each of them gets beside the stack's own
	 * @return the services
	 * @throws StackFailure if a jar is not built
	 */
	public static Services of(Stack stack, Map<String, String> settings) {
		return of(stack, settings, 1);
	}

	/**
	 * Several instances of each service of a stack, not started yet.
	 * @param stack the stack
	 * @param settings environment variables that each of them gets beside the stack's own
	 * @param instances how many of each, 1 to {@link Ports#MOST_INSTANCES}
	 * @return the services
	 * @throws StackFailure if a jar is not built
	 */
	public static Services of(Stack stack, Map<String, String> settings, int instances) {
		return new Services(
				IntStream.rangeClosed(1, instances).mapToObj((instance) -> set(stack, settings, instance)).toList());
	}

	private static Map<Service, ServiceProcess> set(Stack stack, Map<String, String> settings, int instance) {
		Map<Service, ServiceProcess> set = new EnumMap<>(Service.class);
		Arrays.stream(Service.values())
			.forEach((service) -> set.put(service, ServiceProcess.of(service, instance, stack, settings)));
		return set;
	}

	/**
	 * Starts the first instances at the same time, waits until each is ready, and does
	 * the same with the next ones.
	 * @param progress hears of each that is ready
	 */
	public void start(Progress progress) {
		this.sets.forEach((set) -> Together.run(set.values()
			.stream()
			.<Runnable>map((process) -> () -> progress.timed(process.name(), process::start))
			.toList()));
	}

	/**
	 * The first instance of one of the services.
	 * @param service which
	 * @return its process
	 */
	public ServiceProcess get(Service service) {
		return Objects.requireNonNull(this.sets.getFirst().get(service));
	}

	/**
	 * Every instance of every service.
	 * @return the processes, the first instance of each service first
	 */
	public List<ServiceProcess> all() {
		return this.sets.stream().flatMap((set) -> set.values().stream()).toList();
	}

	/**
	 * Stops all of them.
	 */
	@Override
	public void close() {
		Together.run(all().stream().<Runnable>map((process) -> process::stop).toList());
	}

}
