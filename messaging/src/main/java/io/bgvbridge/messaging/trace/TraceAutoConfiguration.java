package io.bgvbridge.messaging.trace;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

/**
 * Gives a service traces that lead over its rows, and quote nothing.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
class TraceAutoConfiguration {

	@Bean
	Traces traces(ObjectProvider<Tracer> tracer) {
		return new Traces(tracer.getIfAvailable(() -> Tracer.NOOP));
	}

	@Bean
	SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
		return SpanExporters.of(exporters.orderedStream().map(NamedErrors::new).toList());
	}

}
