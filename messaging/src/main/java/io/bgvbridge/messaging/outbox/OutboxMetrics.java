package io.bgvbridge.messaging.outbox;

import io.bgvbridge.messaging.meter.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many records wait for Kafka's acknowledgement. Each instance tells the same of the
 * one outbox.
 */
public final class OutboxMetrics implements MeterBinder {

	/** More than this is told as this: counting must stay cheap in a long outage. */
	private static final int MOST = 10_000;

	private final JdbcClient jdbc;

	private final Reading<Double> waiting = new Reading<>(this::count, Double.NaN);

	/**
	 * Counts in a database.
	 * @param jdbc the service's database
	 */
	public OutboxMetrics(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("bgv.outbox.records", this.waiting::now)
			.description("Records that Kafka has not acknowledged yet, at most " + MOST)
			.register(registry);
	}

	private double count() {
		return this.jdbc.sql("select count(*) from (select 1 from outbox limit " + MOST + ") waiting")
			.query(Long.class)
			.single();
	}

}
