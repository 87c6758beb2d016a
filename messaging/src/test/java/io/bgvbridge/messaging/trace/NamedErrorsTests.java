package io.bgvbridge.messaging.trace;

import io.micrometer.observation.Observation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamedErrorsTests {

	private final TestTraces traces = new TestTraces(NamedErrors::new);

	@Test
	void quoteNothing() {
		Observation observation = Observation.start("listen", this.traces.observations());
		observation.error(new IllegalStateException("Key (email)=(asha.rao@example.com) already exists"));
		observation.stop();

		SpanData span = this.traces.spans("listen").getFirst();
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getStatus().getDescription()).isEmpty();
		assertThat(span.getEvents()).singleElement()
			.extracting(EventData::getAttributes)
			.satisfies((attributes) -> assertThat(attributes.get(AttributeKey.stringKey("exception.type")))
				.isEqualTo(IllegalStateException.class.getName()));
		assertThat(span.getEvents().toString() + span.getStatus() + span.getAttributes()).doesNotContain("asha");
	}

}
