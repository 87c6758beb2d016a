package io.bgvbridge.messaging.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TracesTests {

	private final Tracer tracer = new OtelTracer(SdkTracerProvider.builder().build().get("test"),
			new OtelCurrentTraceContext(), (event) -> {
			});

	private final Traces traces = new Traces(this.tracer);

	@Test
	void areContinuedFromARow() {
		Span start = this.tracer.nextSpan().start();
		String kept;
		try (Tracer.SpanInScope scope = this.tracer.withSpan(start)) {
			kept = this.traces.current();
		}

		Span later = this.traces.continued(kept, () -> this.tracer.nextSpan().start());

		assertThat(kept).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01").contains(start.context().spanId());
		assertThat(later.context().traceId()).isEqualTo(start.context().traceId());
		assertThat(later.context().parentId()).isEqualTo(start.context().spanId());
		assertThat(this.traces.current()).isNull();
	}

	@Test
	void leaveOutWhatWasNotSampled() {
		Span later = this.traces.continued("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
				() -> this.tracer.nextSpan().start());

		assertThat(later.context().sampled()).isFalse();
	}

	@Test
	void passTheDecisionNotToSampleOn() {
		String kept = this.traces.continued("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
				this.traces::current);

		assertThat(kept).isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "00-1-2-3", "garbage" })
	void beginAnewWhereNothingWasKept(@Nullable String kept) {
		Span later = this.traces.continued(kept, () -> this.tracer.nextSpan().start());

		assertThat(later.context().parentId()).isNullOrEmpty();
	}

	@Test
	void areNothingWithoutATracer() {
		assertThat(Traces.NONE.current()).isNull();
		assertThat(
				Traces.NONE.<String>continued("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", () -> "done"))
			.isEqualTo("done");
	}

}
