package io.bgvbridge.gateway.assessment;

import io.bgvbridge.messaging.meter.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The gauges of what is under way: how many checks, and how old the oldest is. Both are
 * read from the index of open checks, however many are closed.
 */
@Component
class OpenChecks implements MeterBinder {

	/** More than this is told as this. */
	private static final int MOST = 100_000;

	private final JdbcClient jdbc;

	private final Reading<Figures> figures = new Reading<>(this::look, new Figures(Double.NaN, Double.NaN));

	OpenChecks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("bgv.checks.open", () -> this.figures.now().open())
			.description("Checks that are under way, at most " + MOST)
			.register(registry);
		Gauge.builder("bgv.checks.oldest.seconds", () -> this.figures.now().oldestSeconds())
			.description("Since when the oldest check is under way; 0 if none is")
			.register(registry);
	}

	/** The ids are in the order of their making. */
	private Figures look() {
		return this.jdbc
			.sql("""
					select (select count(*) from (select 1 from assessment where closed_at is null limit :most) counted) as open,
						coalesce((select greatest(0, extract(epoch from now() - created_at)) from assessment
							where closed_at is null order by assessment_id limit 1), 0) as oldest_seconds
					""")
			.param("most", MOST)
			.query(Figures.class)
			.single();
	}

	/**
	 * What was read.
	 *
	 * @param open how many checks are under way
	 * @param oldestSeconds age of the oldest
	 */
	record Figures(double open, double oldestSeconds) {

	}

}
