package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ConnectionMetricsTests {

	private final WorkBench bench = new WorkBench();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void tellTheWorkOfEachConnection() {
		UUID connection = this.bench.connection();
		this.bench.raiseMany(connection, "refresh", 3);
		UUID subject = this.bench.raised(connection, "order");
		this.bench.connections.bindTo(this.meters);
		await().until(() -> shown() == 1);
		assertThat(gauge("bgv.connection.due", connection)).isEqualTo(4);

		this.bench.start(WorkBench.handler("order", (item) -> Outcome.nothing()));

		await().until(() -> this.bench.row(subject).done() == 1);
		await().untilAsserted(() -> assertThat(this.meters.get("bgv.connection.work")
			.tags("connection", connection.toString(), "side", WorkBench.SIDE, "outcome", "done")
			.timer()
			.count()).isOne());
	}

	@Test
	void tellThatASideIsStopped() {
		UUID connection = this.bench.connection();
		UUID other = this.bench.connection();
		UUID subject = this.bench.raised(connection, "order");
		this.bench.start(WorkBench.handler("order", (item) -> Outcome.failed(new Unauthorized("401"))));
		await().until(() -> this.bench.row(subject).claim() == null && !this.bench.unfinished.isEmpty());

		this.bench.connections.bindTo(this.meters);

		await().until(() -> shown() == 2);
		assertThat(gauge("bgv.connection.stopped", connection)).isEqualTo(1);
		assertThat(gauge("bgv.connection.stopped", other)).isZero();
	}

	/** A scrape in between must neither find a gauge twice nor miss it. */
	@Test
	void areNotRegisteredAnewWhenTheyAreReadAgain() {
		this.bench.connection();
		this.bench.connections.bindTo(this.meters);
		await().until(() -> shown() == 1);
		Gauge before = this.meters.get("bgv.connection.due").gauge();

		this.bench.connection();
		this.bench.connections.look();

		assertThat(this.meters.get("bgv.connection.due").gauges()).hasSize(2).contains(before);
	}

	@Test
	void showTheOldestOfMany() {
		List<UUID> connections = IntStream.rangeClosed(1, ConnectionMetrics.MOST + 5)
			.mapToObj((number) -> new UUID(number, 0))
			.toList();
		connections.reversed()
			.forEach((connection) -> this.bench.budgets
				.set(new Budget(connection, WorkBench.SIDE, true, 1, 1, Duration.ZERO)));
		this.bench.connections.bindTo(this.meters);
		await().until(() -> shown() == ConnectionMetrics.MOST);

		connections.forEach((connection) -> this.bench.connections.worked(
				new WorkItem(UUID.randomUUID(), "order", connection, WorkBench.SIDE, 1, 0, UUID.randomUUID(), 1, null),
				"done", Duration.ZERO));

		assertThat(tags("bgv.connection.work")).hasSize(ConnectionMetrics.MOST + 1)
			.contains(connections.getFirst().toString(), ConnectionMetrics.OTHER)
			.doesNotContain(connections.getLast().toString());
		assertThat(tags("bgv.connection.due")).hasSize(ConnectionMetrics.MOST);
		assertThat(this.meters.get("bgv.connection.work").tag("connection", ConnectionMetrics.OTHER).timer().count())
			.isEqualTo(5);
	}

	private double shown() {
		return this.meters.get("bgv.connections.shown").gauge().value();
	}

	private double gauge(String name, UUID connection) {
		return this.meters.get(name).tag("connection", connection.toString()).gauge().value();
	}

	private List<String> tags(String name) {
		return this.meters.getMeters()
			.stream()
			.map(Meter::getId)
			.filter((id) -> id.getName().equals(name))
			.map((id) -> id.getTag("connection"))
			.toList();
	}

}
