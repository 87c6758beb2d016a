package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.ServiceProcess;

/**
 * What one instance of a service says of itself.
 *
 * @param instance the instance
 */
record Meters(ServiceProcess instance) {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final Duration PAUSE = Duration.ofMillis(300);

	/** Partitions that its consumers hold, of all topics. */
	double partitions() {
		return sum("kafka_consumer_coordinator_assigned_partitions", "");
	}

	/** Pieces of work that it is doing now. */
	double doing() {
		return sum("bgv_work_active_seconds_gcount", "");
	}

	/** Pieces of work that it finished; the gateway's work is to answer starts. */
	double work() {
		return (this.instance.service() == Service.GATEWAY)
				? sum("http_server_requests_seconds_count", "assessment.start") : sum("bgv_work_seconds_count", "");
	}

	/** What it has done so far. */
	Reading read() {
		return new Reading(sum("spring_kafka_listener_seconds_count", ""), work());
	}

	/**
	 * Looks until a reading is as wanted; seldom, as each look costs a JVM that has just
	 * been started more than its work does.
	 */
	<T> T await(String what, Function<Meters, T> look, Predicate<T> wanted) {
		return Product.until(what + " of " + this.instance.name(), PATIENCE, () -> {
			LockSupport.parkNanos(PAUSE.toNanos());
			return look.apply(this);
		}, wanted);
	}

	private double sum(String name, String label) {
		return new Caller(this.instance.managementUri()).get("/actuator/prometheus")
			.text()
			.lines()
			.filter((line) -> line.startsWith(name) && line.contains(label))
			.map((line) -> Arrays.asList(line.split(" ")).getLast())
			.mapToDouble(Double::parseDouble)
			.filter(Double::isFinite)
			.sum();
	}

	/**
	 * What an instance has done.
	 *
	 * @param records that its listeners took
	 * @param work pieces of work that it finished
	 */
	record Reading(double records, double work) {

		Reading since(Reading earlier) {
			return new Reading(this.records - earlier.records, this.work - earlier.work);
		}

	}

}
