package io.bgvbridge.sandbox.e2e;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.bgvbridge.sandbox.stack.Ports;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.ServiceProcess;

/**
 * Instances of every service: the product's own, which are the first ones, and further
 * ones beside them.
 */
final class Instances {

	private final Product product;

	/** By number, from the first ones. */
	private final List<Map<Service, ServiceProcess>> sets;

	Instances(Product product) {
		this.product = product;
		this.sets = IntStream.rangeClosed(1, Ports.MOST_INSTANCES).mapToObj(this::set).toList();
	}

	private Map<Service, ServiceProcess> set(int number) {
		return Arrays.stream(Service.values())
			.collect(Collectors.toMap(Function.identity(), (service) -> instance(service, number), (one, other) -> one,
					() -> new EnumMap<>(Service.class)));
	}

	private ServiceProcess instance(Service service, int number) {
		return (number == 1) ? this.product.service(service)
				: ServiceProcess.of(service, number, this.product.stack, this.product.settings());
	}

	ServiceProcess get(Service service, int number) {
		return Objects.requireNonNull(this.sets.get(number - 1).get(service));
	}

	/** The first instances of all services, up to this number. */
	List<ServiceProcess> upTo(int number) {
		return this.sets.stream().limit(number).flatMap((set) -> set.values().stream()).toList();
	}

	/** The addresses of the first gateways, up to this number. */
	List<URI> gateways(int number) {
		return this.sets.stream()
			.limit(number)
			.map((set) -> Objects.requireNonNull(set.get(Service.GATEWAY)).uri())
			.toList();
	}

	/** Starts those with this number that do not run. */
	void start(int number) {
		together(this.sets.get(number - 1).values().stream().filter((instance) -> !instance.running()).toList(),
				ServiceProcess::start);
	}

	/** Leaves the product as it was. */
	void stopFurther() {
		together(this.sets.stream().skip(1).flatMap((set) -> set.values().stream()).toList(), ServiceProcess::stop);
	}

	private static void together(Collection<ServiceProcess> instances, Consumer<ServiceProcess> what) {
		CompletableFuture
			.allOf(instances.stream()
				.map((instance) -> CompletableFuture.runAsync(() -> what.accept(instance),
						(task) -> Thread.ofVirtual().start(task)))
				.toArray(CompletableFuture<?>[]::new))
			.join();
	}

}
