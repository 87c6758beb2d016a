package io.bgvbridge.sandbox.stack;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The three services of one stack.
 */
public final class Services implements AutoCloseable {

	private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);

	private Services(Stack stack, Map<String, String> settings) {
		Arrays.stream(Service.values())
			.forEach((service) -> this.processes.put(service, ServiceProcess.of(service, stack, settings)));
	}

	/**
	 * Services of a stack, not started yet.
	 * @param stack the stack
	 * @param settings environment variables that each of them gets beside the stack's own
	 * @return the services
	 * @throws StackFailure if a jar is not built
	 */
	public static Services of(Stack stack, Map<String, String> settings) {
		return new Services(stack, settings);
	}

	/**
	 * Starts all of them at the same time, and waits until each is ready.
	 * @param progress hears of each that is ready
	 */
	public void start(Progress progress) {
		Together.run(this.processes.values()
			.stream()
			.<Runnable>map((process) -> () -> progress.timed(process.name(), process::start))
			.toList());
	}

	/**
	 * One of the services.
	 * @param service which
	 * @return its process
	 */
	public ServiceProcess get(Service service) {
		return Objects.requireNonNull(this.processes.get(service));
	}

	/**
	 * Stops all of them.
	 */
	@Override
	public void close() {
		Together.run(this.processes.values().stream().<Runnable>map((process) -> process::stop).toList());
	}

}
