package io.bgvbridge.messaging.trace;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.tracing.CurrentTraceContext.Scope;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Carries traces over rows: whoever writes a row that is worked on later keeps the
 * present trace beside it, and whoever works on it continues that trace. Kafka's headers
 * and HTTP need none of this.
 */
public final class Traces {

	/** Nothing is traced. */
	public static final Traces NONE = new Traces(Tracer.NOOP);

	/** W3C's traceparent: version, trace, span, flags. */
	private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

	private static final int SAMPLED = 1;

	private final Tracer tracer;

	/**
	 * Carries the traces of a tracer.
	 * @param tracer the tracer
	 */
	public Traces(Tracer tracer) {
		this.tracer = tracer;
	}

	/**
	 * The present trace and span, in W3C's notation.
	 * @return the traceparent; null if nothing is traced now
	 */
	public @Nullable String current() {
		// Not the span, which says nothing where it is not sampled: what follows from it
		// must not be either.
		TraceContext context = this.tracer.currentTraceContext().context();
		if (context == null || context.traceId().isEmpty()) {
			return null;
		}
		return "00-" + context.traceId() + "-" + context.spanId()
				+ (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
	}

	/**
	 * Runs something as a part of a trace of before.
	 * @param <T> type of the result
	 * @param traceParent what {@link #current()} said then; null, or anything else, to
	 * run it as a part of no trace of before
	 * @param action what to run
	 * @return its result
	 */
	public <T> T continued(@Nullable String traceParent, Supplier<T> action) {
		TraceContext context = context(traceParent);
		if (context == null) {
			return action.get();
		}
		try (Scope scope = this.tracer.currentTraceContext().newScope(context)) {
			return action.get();
		}
	}

	private @Nullable TraceContext context(@Nullable String traceParent) {
		Matcher parts = TRACE_PARENT.matcher((traceParent != null) ? traceParent : "");
		if (!parts.matches()) {
			return null;
		}
		return this.tracer.traceContextBuilder()
			.traceId(parts.group(1))
			.spanId(parts.group(2))
			.sampled((Integer.parseInt(parts.group(3), 16) & SAMPLED) != 0)
			.build();
	}

}
