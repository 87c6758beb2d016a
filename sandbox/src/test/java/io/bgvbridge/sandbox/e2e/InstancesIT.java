package io.bgvbridge.sandbox.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Second and third instances of every service, beside the first ones that all other tests
 * use alone. SpringVerify takes duplicates here, so that no 409 saves anybody by luck.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstancesIT {

	private static final Logger log = LoggerFactory.getLogger(InstancesIT.class);

	/** By this JVM's clock, from the first time that readiness was answered with 200. */
	private static final Duration SHARE_WITHIN = Duration.ofSeconds(10);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Claims that were made more than 5 of their 13 seconds ago. */
	private static final String OLD_CLAIMS = "select count(*) from work where claim is not null"
			+ " and claimed_until between now() and now() + interval '8 seconds'";

	private final Product product = Product.running();

	/** By number; the first ones are the product's own. */
	private final List<Map<Service, ServiceProcess>> sets = IntStream.rangeClosed(1, 3).mapToObj(this::set).toList();

	private Map<Service, ServiceProcess> set(int number) {
		return Arrays.stream(Service.values())
			.collect(Collectors.toMap(Function.identity(),
					(service) -> (number == 1) ? this.product.service(service)
							: ServiceProcess.of(service, number, this.product.stack, this.product.settings())));
	}

	@BeforeEach
	void acceptDuplicates() {
		Product.running().springVerify.acceptDuplicates(true);
	}

	@AfterAll
	void stopTheFurtherOnes() {
		this.product.vendors.faults().clear();
		together(upTo(3).stream().filter((instance) -> this.product.service(instance.service()) != instance).toList(),
				ServiceProcess::stop);
	}

	@Test
	@Order(1)
	void addedUnderLoadTakeTheirShareWithinSeconds() {
		Map<ServiceProcess, Double> all = upTo(1).stream()
			.collect(Collectors.toMap(Function.identity(), (alone) -> new Meters(alone).partitions()));
		Starts load = new Starts(this.product, Duration.ofMillis(250), 600);
		try (load) {
			for (int number = 2; number <= this.sets.size(); number++) {
				List<URI> gateways = gateways(number);
				int sharers = number;
				together(this.sets.get(number - 1).values(), (added) -> {
					added.start();
					long ready = System.nanoTime();
					if (added.service() == Service.GATEWAY) {
						load.through(gateways);
					}
					takesItsShare(added, all.get(this.product.service(added.service())) / sharers, ready);
				});
				everyoneWorks(upTo(number), load);
			}
		}
		log.info("instances.load starts={} repeats={}", load.count(), load.repeats());
		load.taken().values().forEach(this.product::ordered);
		assertThat(load.taken().values()).allSatisfy(this::isOrderedOnce);
	}

	private static void takesItsShare(ServiceProcess added, double partitions, long ready) {
		Meters meters = new Meters(added);
		Product.until(partitions + " partitions of " + added.name(), PATIENCE, meters::partitions,
				(held) -> held >= partitions);
		Duration joined = since(ready);
		Product.until("work of " + added.name(), PATIENCE, meters::work, (done) -> done > 0);
		Duration worked = since(ready);
		log.info("instances.joined instance={} partitions={} partitionsAfter={} workAfter={}", added.name(), partitions,
				joined, worked);
		assertThat(joined).as("partitions of " + added.name()).isLessThan(SHARE_WITHIN);
		assertThat(worked).as("work of " + added.name()).isLessThan(SHARE_WITHIN);
	}

	private void everyoneWorks(List<ServiceProcess> instances, Starts load) {
		Map<ServiceProcess, Meters.Reading> before = instances.stream()
			.collect(Collectors.toMap(Function.identity(), (instance) -> new Meters(instance).read()));
		load.every(Duration.ofMillis(20));
		load.awaitMore(60);
		load.every(Duration.ofMillis(250));
		instances.forEach((instance) -> {
			Meters.Reading did = Product.until(instance.name() + " to do some of it", PATIENCE,
					() -> new Meters(instance).read().since(Objects.requireNonNull(before.get(instance))),
					(reading) -> reading.records() > 0 && reading.work() > 0);
			log.info("instances.shared of={} instance={} records={} work={}", instances.size() / 3, instance.name(),
					did.records(), did.work());
		});
	}

	@Test
	@Order(2)
	void killedInTheMiddleOfTheirWorkLoseNothing() {
		Map<Service, ServiceProcess> victims = this.sets.get(1);
		together(victims.values().stream().filter((victim) -> !victim.running()).toList(), ServiceProcess::start);
		slowVendors();
		Starts load = new Starts(this.product, Duration.ofMillis(100), 400);
		try (load) {
			load.through(gateways(2));
			load.awaitMore(10);
			killAtWork(Objects.requireNonNull(victims.get(Service.VERIFICATION)), "order");
			killAtWork(Objects.requireNonNull(victims.get(Service.SYNC)), "push");
			Objects.requireNonNull(victims.get(Service.GATEWAY)).kill();
			load.awaitMore(20);
		}
		this.product.vendors.faults().clear();
		log.info("instances.killed starts={} repeats={}", load.count(), load.repeats());
		arriveOnce(load.taken());
	}

	/** What they did is not answered at once, so that there is always something under way. */
	private void slowVendors() {
		Fault slow = Fault.of("springverify", FaultKind.TIMEOUT_AFTER_COMMIT)
			.withDelay(Duration.ofMillis(1_500))
			.times(-1);
		this.product.vendors.faults().add(slow.on("candidate/add"));
		this.product.vendors.faults()
			.add(Fault.of("ashby", FaultKind.TIMEOUT_AFTER_COMMIT)
				.on("assessment.update")
				.withDelay(Duration.ofMillis(1_500))
				.times(-1));
	}

	private void killAtWork(ServiceProcess victim, String kind) {
		Meters meters = new Meters(victim);
		Product.until("work of " + victim.name(), PATIENCE, () -> meters.doing(kind), (doing) -> doing > 0);
		victim.kill();
		List<String> left = Product.until("claims that " + victim.name() + " left", SHARE_WITHIN,
				() -> this.product.rows(victim.service(), OLD_CLAIMS), (count) -> !count.contains("0"));
		log.info("instances.left instance={} claims={}", victim.name(), left);
	}

	private void arriveOnce(Map<Assessment, Candidate> started) {
		started.forEach((assessment, person) -> {
			long order = this.product.linked(person, assessment).id();
			this.product.springVerify.submitForm(order);
			this.product.springVerify.setStatus(order, 1);
		});
		started.forEach((assessment, person) -> {
			Assessment seen = this.product.inAshby(assessment, (shown) -> shown.state().equals("complete"));
			assertThat(seen.resultsReceived()).isOne();
			AshbyHistory.requireSequential(seen);
			isOrderedOnce(person);
		});
	}

	private void isOrderedOnce(Candidate person) {
		assertThat(this.product.springVerify.findByEmail(person.email())).as("orders").hasSize(1);
	}

	/** The first instances of all services up to this number. */
	private List<ServiceProcess> upTo(int number) {
		return this.sets.stream().limit(number).flatMap((set) -> set.values().stream()).toList();
	}

	private List<URI> gateways(int number) {
		return upTo(number).stream()
			.filter((instance) -> instance.service() == Service.GATEWAY)
			.map(ServiceProcess::uri)
			.toList();
	}

	private static Duration since(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
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
