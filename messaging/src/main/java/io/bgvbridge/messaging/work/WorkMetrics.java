package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.meter.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much work waits, for how long, and how much of it nobody gets on with. Each
 * instance tells the same of the one queue.
 */
final class WorkMetrics implements MeterBinder {

	/** Due for longer than this, work is stuck: its side is stopped, or nobody comes. */
	private static final Duration STUCK_AFTER = Duration.ofMinutes(5);

	private final JdbcClient jdbc;

	private final List<String> kinds;

	private final Reading<Map<String, Waiting>> counted;

	WorkMetrics(JdbcClient jdbc, List<WorkHandler> handlers) {
		this.jdbc = jdbc;
		this.kinds = handlers.stream().map(WorkHandler::kind).toList();
		this.counted = new Reading<>(this::count,
				this.kinds.stream().collect(Collectors.toMap(Function.identity(), Waiting::unknown)));
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (String kind : this.kinds) {
			gauge(registry, "bgv.work.due", "Work that could be done now", kind, Waiting::due);
			gauge(registry, "bgv.work.later", "Work that has a time in the future", kind, Waiting::later);
			gauge(registry, "bgv.work.stuck", "Work that has been due for five minutes", kind, Waiting::stuck);
			gauge(registry, "bgv.work.oldest.seconds", "Since when the oldest work is due", kind, Waiting::oldest);
		}
	}

	private void gauge(MeterRegistry registry, String name, String description, String kind,
			ToDoubleFunction<Waiting> figure) {
		Gauge.builder(name, () -> figure.applyAsDouble(of(kind)))
			.description(description)
			.tag("kind", kind)
			.register(registry);
	}

	private Waiting of(String kind) {
		return this.counted.now().getOrDefault(kind, Waiting.NOTHING);
	}

	private Map<String, Waiting> count() {
		return this.jdbc.sql("""
				select kind, count(*) filter (where due_at <= now()) as due,
					count(*) filter (where due_at > now()) as later,
					count(*) filter (where due_at <= now() - :stuck * interval '1 second') as stuck,
					greatest(0, coalesce(extract(epoch from now() - min(due_at)), 0)) as oldest
				from work where wanted > done group by kind
				""")
			.param("stuck", STUCK_AFTER.toSeconds())
			.query(Waiting.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Waiting::kind, Function.identity()));
	}

	/**
	 * The work of one kind that is not done.
	 *
	 * @param kind the kind
	 * @param due how much could be done now
	 * @param later how much has a time in the future
	 * @param stuck how much has been due for long
	 * @param oldest seconds since the oldest is due
	 */
	record Waiting(String kind, double due, double later, double stuck, double oldest) {

		static final Waiting NOTHING = new Waiting("", 0, 0, 0, 0);

		static Waiting unknown(String kind) {
			return new Waiting(kind, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
		}

	}

}
