package io.bgvbridge.gateway.connection;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.bgvbridge.messaging.meter.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The gauge {@code bgv.connections}: how many there are of each status.
 */
@Component
class ConnectionCounts implements MeterBinder {

	private final JdbcClient jdbc;

	private final Reading<Map<Status, Double>> counted = new Reading<>(this::count, each(Double.NaN));

	ConnectionCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Status status : Status.values()) {
			Gauge.builder("bgv.connections", () -> this.counted.now().get(status))
				.description("Connections in a status")
				.tag("status", status.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	private Map<Status, Double> count() {
		Map<Status, Double> counts = each(0);
		this.jdbc.sql("select status, count(*) as connections from connection group by status")
			.query((row, number) -> counts.put(Status.valueOf(row.getString("status")), row.getDouble("connections")))
			.list();
		return counts;
	}

	private static Map<Status, Double> each(double value) {
		Map<Status, Double> counts = new EnumMap<>(Status.class);
		Arrays.stream(Status.values()).forEach((status) -> counts.put(status, value));
		return counts;
	}

}
