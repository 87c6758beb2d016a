package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the product's services, run from its built jar in a JVM of its own with nothing
 * but environment variables, as in production.
 */
public final class ServiceProcess implements Part {

	private static final Duration START_LIMIT = Duration.ofSeconds(180);

	private final Service service;

	private final Map<String, String> environment;

	private final Path log;

	private final Child child;

	private ServiceProcess(Service service, String name, Path log, Map<String, String> environment) {
		this.service = service;
		this.environment = Map.copyOf(environment);
		this.log = log;
		URI ready = managementUri().resolve("/actuator/health/readiness");
		Path jar = Checkout.ours().serviceJar(service.artifact());
		this.child = new Child(new Launch(name, Jvm.command("256m", List.of("-jar", jar.toString())), this.environment,
				log, () -> Http.healthy(ready), START_LIMIT, Signal.TERM));
	}

	/**
	 * The first instance of a service of a stack, not started yet.
	 * @param service which service
	 * @param stack the stack it uses
	 * @param settings environment variables that are added, or differ from the stack's
	 * own
	 * @return the service
	 * @throws StackFailure if its jar is not built
	 */
	public static ServiceProcess of(Service service, Stack stack, Map<String, String> settings) {
		return of(service, 1, stack, settings);
	}

	/**
	 * An instance of a service of a stack, not started yet. It has ports and a log file
	 * of its own, and everything else as the others.
	 * @param service which service
	 * @param instance 1 for the first, and at most {@link Ports#MOST_INSTANCES}
	 * @param stack the stack it uses
	 * @param settings environment variables that are added, or differ from the stack's
	 * own
	 * @return the instance
	 * @throws StackFailure if its jar is not built
	 */
	public static ServiceProcess of(Service service, int instance, Stack stack, Map<String, String> settings) {
		String name = (instance == 1) ? service.artifact() : service.artifact() + "-" + instance;
		Map<String, String> environment = new HashMap<>(ServiceEnvironment.of(service, instance, stack));
		environment.putAll(settings);
		return new ServiceProcess(service, name, stack.state().log(name), environment);
	}

	/**
	 * Which service it is.
	 * @return the service
	 */
	public Service service() {
		return this.service;
	}

	/**
	 * The service's address.
	 * @return the base address
	 */
	public URI uri() {
		return localhost("BGV_HTTP_PORT");
	}

	/**
	 * The address of health and metrics.
	 * @return the base address
	 */
	public URI managementUri() {
		return localhost("BGV_MANAGEMENT_PORT");
	}

	/**
	 * The file that takes the service's output, over all its starts.
	 * @return the file
	 */
	public Path log() {
		return this.log;
	}

	private URI localhost(String variable) {
		return URI.create("http://127.0.0.1:" + this.environment.get(variable));
	}

	@Override
	public String name() {
		return this.child.name();
	}

	@Override
	public void start() {
		this.child.start();
	}

	@Override
	public void stop() {
		this.child.stop();
	}

	@Override
	public void kill() {
		this.child.kill();
	}

	@Override
	public void freeze() {
		this.child.freeze();
	}

	@Override
	public void thaw() {
		this.child.thaw();
	}

	@Override
	public boolean running() {
		return this.child.running();
	}

}
