package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

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
 * {@code -Dinstances.share-within=PT1M} is for machines that are busy with other things.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstancesIT {

	private static final Logger log = LoggerFactory.getLogger(InstancesIT.class);

	/**
	 * By this JVM's clock, from the first time that readiness was answered with 200.
	 */
	private static final Duration SHARE_WITHIN = Duration.parse(System.getProperty("instances.share-within", "PT10S"));

	/** Claims that were made more than 5 of their 13 seconds ago. */
	private static final String OLD_CLAIMS = "select count(*) from work where claim is not null"
			+ " and claimed_until between now() and now() + interval '8 seconds'";

	private static final Duration CALM = Duration.ofMillis(250);

	private final Product product = Product.running();

	private final Instances instances = new Instances(this.product);

	@BeforeEach
	void acceptDuplicates() {
		Product.running().springVerify.acceptDuplicates(true);
	}

	@AfterAll
	void stopTheFurtherOnes() {
		this.product.vendors.faults().clear();
		this.instances.stopFurther();
	}

	@Test
	@Order(1)
	void addedUnderLoadTakeTheirShareWithinSeconds() {
		Map<Service, Double> partitions = this.instances.upTo(1)
			.stream()
			.collect(Collectors.toMap(ServiceProcess::service, (alone) -> new Meters(alone).partitions()));
		Starts load = new Starts(this.product, CALM, 3_000);
		try (load) {
			for (int number = 2; number <= 3; number++) {
				for (Service service : Service.values()) {
					ServiceProcess added = this.instances.get(service, number);
					added.start();
					long ready = System.nanoTime();
					if (service == Service.GATEWAY) {
						load.through(this.instances.gateways(number));
					}
					takesItsShare(added, Objects.requireNonNull(partitions.get(service)) / number, ready);
				}
				everyoneWorks(this.instances.upTo(number), load);
			}
		}
		log.info("instances.load starts={} repeats={}", load.count(), load.repeats());
		load.taken().values().forEach(this.product::ordered);
		assertThat(load.taken().values()).allSatisfy(this::isOrderedOnce);
	}

	private static void takesItsShare(ServiceProcess added, double partitions, long ready) {
		Meters meters = new Meters(added);
		meters.await(partitions + " partitions", Meters::partitions, (held) -> held >= partitions);
		Duration joined = since(ready);
		meters.await("work", Meters::work, (done) -> done > 0);
		Duration worked = since(ready);
		log.info("instances.joined instance={} partitions={} partitionsAfter={} workAfter={}", added.name(), partitions,
				joined, worked);
		assertThat(joined).as("partitions of " + added.name()).isLessThan(SHARE_WITHIN);
		assertThat(worked).as("work of " + added.name()).isLessThan(SHARE_WITHIN);
	}

	private static void everyoneWorks(List<ServiceProcess> instances, Starts load) {
		Map<ServiceProcess, Meters.Reading> before = instances.stream()
			.collect(Collectors.toMap(Function.identity(), (instance) -> new Meters(instance).read()));
		load.every(Duration.ofMillis(20));
		load.awaitMore(60);
		load.every(CALM);
		instances.forEach((instance) -> {
			Meters.Reading earlier = Objects.requireNonNull(before.get(instance));
			Meters.Reading did = new Meters(instance).await("a share", (meters) -> meters.read().since(earlier),
					(reading) -> reading.records() > 0 && reading.work() > 0);
			log.info("instances.shared of={} instance={} records={} work={}", instances.size() / 3, instance.name(),
					did.records(), did.work());
		});
	}

	@Test
	@Order(2)
	void killedInTheMiddleOfTheirWorkLoseNothing() {
		this.instances.start(2);
		slowVendors();
		Starts load = new Starts(this.product, Duration.ofMillis(100), 400);
		try (load) {
			load.through(this.instances.gateways(2));
			load.awaitMore(10);
			killAtWork(this.instances.get(Service.VERIFICATION, 2));
			killAtWork(this.instances.get(Service.SYNC, 2));
			this.instances.get(Service.GATEWAY, 2).kill();
			load.awaitMore(20);
		}
		this.product.vendors.faults().clear();
		log.info("instances.killed starts={} repeats={}", load.count(), load.repeats());
		assertThat(load.repeats()).as("starts that the killed gateway did not answer").isPositive();
		arriveOnce(load.taken());
	}

	/**
	 * What they did is not answered at once, so that there is always something under way.
	 */
	private void slowVendors() {
		List.of(Fault.of("springverify", FaultKind.TIMEOUT_AFTER_COMMIT).on("candidate/add"),
				Fault.of("ashby", FaultKind.TIMEOUT_AFTER_COMMIT).on("assessment.update"))
			.forEach((fault) -> this.product.vendors.faults().add(fault.withDelay(Duration.ofMillis(1_500)).times(-1)));
	}

	private void killAtWork(ServiceProcess victim) {
		new Meters(victim).await("calls under way", Meters::doing, (doing) -> doing > 1);
		victim.kill();
		List<String> left = Product.until("claims that " + victim.name() + " left", Duration.ofSeconds(12),
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
			assertThat(seen.resultsReceived()).as("results in Ashby").isOne();
			AshbyHistory.requireSequential(seen);
			isOrderedOnce(person);
		});
	}

	private void isOrderedOnce(Candidate person) {
		assertThat(this.product.springVerify.findByEmail(person.email())).as("orders").hasSize(1);
	}

	private static Duration since(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).truncatedTo(ChronoUnit.MILLIS);
	}

}
