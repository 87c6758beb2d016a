package io.bgvbridge.messaging.trace;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;

/**
 * Exports spans without the messages and stack traces of their errors, which can quote a
 * record or a row. The exception's class stays.
 */
final class NamedErrors implements SpanExporter {

	private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");

	private final SpanExporter exporter;

	NamedErrors(SpanExporter exporter) {
		this.exporter = exporter;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.exporter.export(spans.stream().<SpanData>map(Quiet::new).toList());
	}

	@Override
	public CompletableResultCode flush() {
		return this.exporter.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.exporter.shutdown();
	}

	/**
	 * A span that quotes nothing.
	 */
	private static final class Quiet extends DelegatingSpanData {

		Quiet(SpanData span) {
			super(span);
		}

		@Override
		public List<EventData> getEvents() {
			return super.getEvents().stream().map(Quiet::named).toList();
		}

		@Override
		public StatusData getStatus() {
			return StatusData.create(super.getStatus().getStatusCode(), "");
		}

		private static EventData named(EventData event) {
			@Nullable String type = event.getAttributes().get(TYPE);
			return EventData.create(event.getEpochNanos(), event.getName(),
					(type != null) ? Attributes.of(TYPE, type) : Attributes.empty());
		}

	}

}
