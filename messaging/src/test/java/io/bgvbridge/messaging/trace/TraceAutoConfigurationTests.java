package io.bgvbridge.messaging.trace;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class TraceAutoConfigurationTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withBean(ObservationRegistry.class, ObservationRegistry::create)
		.withConfiguration(AutoConfigurations.of(OpenTelemetrySdkAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, OtlpTracingAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class, TraceAutoConfiguration.class));

	@Test
	void sendsNothingAndSaysNothingWithoutAnEndpoint(CapturedOutput output) {
		this.service.run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(SpanExporter.class);
			assertThat(context.getBean(SpanExporters.class).list()).isEmpty();
			assertThat(context.getBean(Traces.class).current()).isNull();
		});
		assertThat(output.getAll()).doesNotContain("WARN", "ERROR");
	}

	@Test
	void sendsSpansThatQuoteNothing() {
		this.service
			.withPropertyValues("management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:1/v1/traces")
			.run((context) -> assertThat(context.getBean(SpanExporters.class).list()).singleElement()
				.isInstanceOf(NamedErrors.class));
	}

}
