package io.bgvbridge.messaging.work;

import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

class WorkMetricsTests {

	private final WorkBench bench = new WorkBench();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void tellWhatIsDueAndWhatIsStuck() {
		UUID connection = this.bench.connection();
		this.bench.raised(connection, "order");
		move(this.bench.raised(connection, "order"), "- interval '10 minutes'");
		move(this.bench.raised(connection, "order"), "+ interval '1 hour'");
		this.bench.jdbc.sql("update work set done = wanted where subject_id = ?")
			.param(this.bench.raised(connection, "order"))
			.update();

		bind();

		await().untilAsserted(() -> assertThat(gauge("bgv.work.due", "order")).isEqualTo(2));
		assertThat(gauge("bgv.work.later", "order")).isEqualTo(1);
		assertThat(gauge("bgv.work.stuck", "order")).isEqualTo(1);
		assertThat(gauge("bgv.work.oldest.seconds", "order")).isCloseTo(600, within(30.0));
		assertThat(gauge("bgv.work.due", "push")).isZero();
	}

	@Test
	void tellNoNumberWhileTheDatabaseIsAway() {
		this.bench.jdbc.sql("alter table work rename to away").update();

		bind();

		assertThat(gauge("bgv.work.stuck", "order")).isNaN();
	}

	private void bind() {
		new WorkMetrics(this.bench.jdbc, List.of(WorkBench.handler("order", (item) -> Outcome.nothing()),
				WorkBench.handler("push", (item) -> Outcome.nothing())))
			.bindTo(this.meters);
	}

	private void move(UUID subject, String change) {
		this.bench.jdbc.sql("update work set due_at = now() " + change + " where subject_id = ?")
			.param(subject)
			.update();
	}

	private double gauge(String name, String kind) {
		return this.meters.get(name).tag("kind", kind).gauge().value();
	}

}
