package io.bgvbridge.gateway.failure;

import io.bgvbridge.messaging.meter.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The gauge {@code bgv.dead.letters}: how many wait for somebody, of all services.
 */
@Component
class DeadLetterMetrics implements MeterBinder {

	/** More than this is told as this: a flood of letters must not be counted whole. */
	private static final int MOST = 10_000;

	private final Reading<Double> waiting;

	DeadLetterMetrics(JdbcClient jdbc) {
		this.waiting = new Reading<>(() -> (double) jdbc
			.sql("select count(*) from (select 1 from dead_letter where redriven_at is null limit " + MOST
					+ ") waiting")
			.query(Long.class)
			.single(), Double.NaN);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("bgv.dead.letters", this.waiting::now)
			.description("Dead letters of all services that were not sent back, at most " + MOST)
			.register(registry);
	}

}
