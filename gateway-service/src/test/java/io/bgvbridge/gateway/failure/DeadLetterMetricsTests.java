package io.bgvbridge.gateway.failure;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.gateway.GatewayTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class DeadLetterMetricsTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Letters letters;

	@Test
	void countWhatWaitsAndNotWhatWasSentBack() {
		double before = waiting();
		String key = UUID.randomUUID().toString();
		this.letters.dead(key, new byte[0], Instant.now(), Map.of());
		assertThat(waiting()).isEqualTo(before + 1);

		this.jdbc.sql("update dead_letter set redriven_at = now() where record_key = ?").param(key).update();

		assertThat(waiting()).isEqualTo(before);
	}

	/** Each time anew: a scrape would wait for fifteen seconds. */
	private double waiting() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		new DeadLetterMetrics(this.jdbc).bindTo(meters);
		return await().until(meters.get("bgv.dead.letters").gauge()::value, (value) -> !Double.isNaN(value));
	}

}
