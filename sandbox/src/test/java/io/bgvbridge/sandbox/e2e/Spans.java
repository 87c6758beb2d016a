package io.bgvbridge.sandbox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;

/**
 * Takes the spans that the services send, as a collector does: OTLP over HTTP.
 */
final class Spans {

	private final List<Span> taken = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	Spans() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/v1/traces", this::take);
		this.server.start();
	}

	URI endpoint() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** All spans of a trace that have come so far. */
	List<Span> of(String traceId) {
		return this.taken.stream().filter((span) -> span.traceId().equals(traceId)).toList();
	}

	List<Span> all() {
		return List.copyOf(this.taken);
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange) {
			ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
			request.getResourceSpansList().forEach(this::take);
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private void take(ResourceSpans resource) {
		String service = attributes(resource.getResource().getAttributesList()).getOrDefault("service.name", "");
		resource.getScopeSpansList()
			.stream()
			.flatMap((scope) -> scope.getSpansList().stream())
			.map((span) -> new Span(service, span.getName(), hex(span.getTraceId()), hex(span.getSpanId()),
					hex(span.getParentSpanId()), attributes(span.getAttributesList()),
					Duration.ofNanos(span.getStartTimeUnixNano()), Duration.ofNanos(span.getEndTimeUnixNano()),
					span.toString()))
			.forEach(this.taken::add);
	}

	private static String hex(ByteString id) {
		return HexFormat.of().formatHex(id.toByteArray());
	}

	private static Map<String, String> attributes(List<KeyValue> values) {
		Map<String, String> attributes = new HashMap<>();
		values.forEach((value) -> attributes.put(value.getKey(), value.getValue().getStringValue()));
		return attributes;
	}

	/**
	 * One span.
	 *
	 * @param service which service made it
	 * @param name its name
	 * @param traceId the trace
	 * @param id the span
	 * @param parentId the span that it follows from; empty for the first
	 * @param attributes its attributes
	 * @param begin when it began, since 1970
	 * @param end when it ended, since 1970
	 * @param said all of it as text, its events too
	 */
	record Span(String service, String name, String traceId, String id, String parentId, Map<String, String> attributes,
			Duration begin, Duration end, String said) {

		String hop() {
			return this.service + " " + this.name;
		}

	}

}
