package io.bgvbridge.messaging.trace;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Traces whose spans a test can look at.
 */
public final class TestTraces {

	private final List<SpanData> exported = new CopyOnWriteArrayList<>();

	private final Tracer tracer;

	private final Traces traces;

	private final ObservationRegistry observations = ObservationRegistry.create();

	/** Keeps what is exported as it is. */
	public TestTraces() {
		this((exporter) -> exporter);
	}

	TestTraces(Function<SpanExporter, SpanExporter> onTheWay) {
		SdkTracerProvider provider = SdkTracerProvider.builder()
			.addSpanProcessor(SimpleSpanProcessor.create(onTheWay.apply(new Kept())))
			.build();
		this.tracer = new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), (event) -> {
		});
		this.traces = new Traces(this.tracer);
		this.observations.observationConfig().observationHandler(new DefaultTracingObservationHandler(this.tracer));
	}

	public Traces traces() {
		return this.traces;
	}

	Tracer tracer() {
		return this.tracer;
	}

	public ObservationRegistry observations() {
		return this.observations;
	}

	/** Runs something as a part of a new trace; returns its first span. */
	public Span within(Runnable action) {
		Span span = this.tracer.nextSpan().name("start").start();
		try (Tracer.SpanInScope scope = this.tracer.withSpan(span)) {
			action.run();
		}
		finally {
			span.end();
		}
		return span;
	}

	/** The spans of a name that have ended. */
	public List<SpanData> spans(String name) {
		return this.exported.stream().filter((span) -> span.getName().equals(name)).toList();
	}

	/**
	 * Keeps all spans.
	 */
	private final class Kept implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			TestTraces.this.exported.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
