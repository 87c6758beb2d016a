package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The spans of one trace, each below the one that it follows from.
 */
final class TraceTree {

	private final Map<String, Spans.Span> spans;

	TraceTree(List<Spans.Span> spans) {
		this.spans = spans.stream().collect(Collectors.toMap(Spans.Span::id, Function.identity(), (one, same) -> one));
	}

	/** The hops from the trace's beginning down to a span. */
	List<String> roadTo(Spans.Span last) {
		List<String> road = new ArrayList<>();
		for (Spans.Span span = last; span != null; span = this.spans.get(span.parentId())) {
			road.addFirst(span.hop());
		}
		return road;
	}

	/** Spans whose parent is not in the trace; a whole trace has one. */
	List<Spans.Span> roots() {
		return below(null);
	}

	/**
	 * For people: a line for each span, with its time since the beginning and its own.
	 */
	String text() {
		StringBuilder text = new StringBuilder();
		roots().forEach((root) -> write(text, root, root.begin(), 0));
		return text.toString();
	}

	private void write(StringBuilder text, Spans.Span span, Duration begin, int depth) {
		String what = "  ".repeat(depth) + span.service() + ": " + span.name();
		text.append("%-86s %6d ms %6d ms  %s%n".formatted(what, span.begin().minus(begin).toMillis(),
				span.end().minus(span.begin()).toMillis(), span.id().substring(0, 6)));
		below(span).forEach((child) -> write(text, child, begin, depth + 1));
	}

	private List<Spans.Span> below(Spans.@org.jspecify.annotations.Nullable Span parent) {
		return this.spans.values()
			.stream()
			.filter((span) -> (parent != null) ? span.parentId().equals(parent.id())
					: !this.spans.containsKey(span.parentId()))
			.sorted(Comparator.comparing(Spans.Span::begin))
			.toList();
	}

}
