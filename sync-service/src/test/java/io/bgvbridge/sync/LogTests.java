package io.bgvbridge.sync;

import io.bgvbridge.messaging.trace.Traces;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A line of the log names the trace that it is a part of, as text and as JSON.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogTests {

	private static final Logger log = LoggerFactory.getLogger(LogTests.class);

	/**
	 * Logging keeps its settings in the JVM as long as any context there is open, and
	 * those of other tests are.
	 */
	@BeforeEach
	@AfterEach
	void forgetSettings() {
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
		LoggingSystem.get(LogTests.class.getClassLoader()).cleanUp();
	}

	@Test
	void namesTheTraceInText(CapturedOutput output) {
		String trace = logged();

		assertThat(line(output)).contains("[" + trace + "-").contains("something.done");
	}

	@Test
	void namesTheTraceInJson(CapturedOutput output) {
		String trace = logged("--logging.structured.format.console=ecs");

		assertThat(line(output)).startsWith("{").endsWith("}").contains("\"" + trace + "\"", "\"ecs\"");
	}

	private static String logged(String... arguments) {
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Service.class)
			.web(WebApplicationType.NONE)
			.initializers(new TestSync.Environment())
			.properties("BGV_KAFKA_BOOTSTRAP_SERVERS=localhost:1", "BGV_SCHEMA_REGISTRY_URL=http://localhost:1",
					"BGV_PUBLIC_URL=https://bgv.example.com")
			.run(arguments)) {
			Tracer tracer = service.getBean(Tracer.class);
			Traces traces = new Traces(tracer);
			Span start = tracer.nextSpan().start();
			String kept = "00-" + start.context().traceId() + "-" + start.context().spanId() + "-01";
			start.end();
			return traces.continued(kept, () -> {
				log.info("something.done");
				return start.context().traceId();
			});
		}
	}

	private static String line(CapturedOutput output) {
		return output.getOut().lines().filter((line) -> line.contains("something.done")).findFirst().orElse("");
	}

	/**
	 * A service that does nothing.
	 */
	@ImportAutoConfiguration({ ObservationAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
			OpenTelemetryTracingAutoConfiguration.class, MicrometerTracingAutoConfiguration.class })
	static class Service {

	}

}
