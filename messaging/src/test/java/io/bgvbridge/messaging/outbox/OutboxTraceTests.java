package io.bgvbridge.messaging.outbox;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.bgvbridge.messaging.trace.TestTraces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A record that waited in the outbox is sent as a part of the trace that decided it.
 */
class OutboxTraceTests {

	private final TestTraces traces = new TestTraces();

	private final OutboxBench bench = new OutboxBench(this.traces.traces());

	private final List<String> sentWithin = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void sendsEachRecordWithinItsOwnTrace() {
		Span one = this.traces.within(() -> this.bench.add(UUID.randomUUID(), 1));
		Span other = this.traces.within(() -> this.bench.add(UUID.randomUUID(), 2));
		this.bench.add(UUID.randomUUID(), 3);

		relay();

		await().until(() -> this.bench.left() == 0);
		assertThat(this.sentWithin).containsExactly(parent(one), parent(other), "none");
	}

	@Test
	void countsWhatWaits() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		this.bench.addAll(UUID.randomUUID(), 1, 3);

		new OutboxMetrics(this.bench.jdbc).bindTo(meters);

		await().untilAsserted(() -> assertThat(meters.get("bgv.outbox.records").gauge().value()).isEqualTo(3));
	}

	private void relay() {
		ScriptedKafka kafka = new ScriptedKafka();
		kafka.follow((record) -> {
			String current = this.traces.traces().current();
			this.sentWithin.add((current != null) ? current : "none");
			return CompletableFuture.completedFuture(null);
		});
		this.bench.start(kafka);
	}

	private static String parent(Span span) {
		return "00-" + span.context().traceId() + "-" + span.context().spanId() + "-01";
	}

}
