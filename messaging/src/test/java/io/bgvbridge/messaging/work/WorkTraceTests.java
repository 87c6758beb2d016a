package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.messaging.trace.TestTraces;
import io.micrometer.tracing.Span;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Work is a part of the trace that made it necessary, however much later it is done.
 */
class WorkTraceTests {

	private final TestTraces traces = new TestTraces();

	private final WorkBench bench = new WorkBench(this.traces.observations(), this.traces.traces());

	private final UUID connection = this.bench.connection();

	private final UUID subject = UUID.randomUUID();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void followsFromWhatRaisedIt() {
		Span start = raisedWithin();
		this.bench.start(WorkBench.handler("order", (item) -> Outcome.nothing()));

		SpanData work = span(1);

		assertThat(work.getTraceId()).isEqualTo(start.context().traceId());
		assertThat(work.getParentSpanId()).isEqualTo(start.context().spanId());
		assertThat(work.getAttributes().get(AttributeKey.stringKey("subject"))).isEqualTo(this.subject.toString());
		assertThat(work.getAttributes().get(AttributeKey.stringKey("outcome"))).isEqualTo("done");
	}

	@Test
	void keepsItsTraceOverEveryTry() {
		Span start = raisedWithin();
		this.bench.start(WorkBench.handler("order",
				(item) -> (item.attempts() > 1) ? Outcome.nothing() : new Outcome.Retry(() -> {
				}, Duration.ofMillis(1), WorkReason.UNAVAILABLE)));

		SpanData last = span(3);

		assertThat(this.traces.spans("work order")).extracting(SpanData::getTraceId)
			.containsOnly(start.context().traceId());
		assertThat(last.getParentSpanId()).isEqualTo(start.context().spanId());
	}

	@Test
	void followsFromTheNewestWakeUp() {
		raisedWithin();
		Span newest = raisedWithin();
		this.bench.start(WorkBench.handler("order", (item) -> Outcome.nothing()));

		assertThat(span(1).getTraceId()).isEqualTo(newest.context().traceId());
	}

	@Test
	void doesNotFollowFromWhatWasDoneLongAgo() {
		Span first = raisedWithin();
		this.bench.start(WorkBench.handler("order", (item) -> Outcome.nothing()));
		span(1);
		await().until(() -> this.bench.row(this.subject).done() == 1);

		this.bench.raise(this.subject, "order", this.connection);

		assertThat(span(2).getTraceId()).isNotEqualTo(first.context().traceId());
	}

	private Span raisedWithin() {
		return this.traces.within(() -> this.bench.raise(this.subject, "order", this.connection));
	}

	private SpanData span(int number) {
		await().until(() -> this.traces.spans("work order").size() >= number);
		return this.traces.spans("work order").get(number - 1);
	}

}
