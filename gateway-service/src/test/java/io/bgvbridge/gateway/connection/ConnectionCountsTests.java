package io.bgvbridge.gateway.connection;

import java.util.UUID;

import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.VendorStub;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class ConnectionCountsTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Samples samples;

	@Test
	void tellHowManyAreInEachStatus() {
		double testing = count("testing");
		double failed = count("failed");
		try (VendorStub vendor = new VendorStub()) {
			UUID connectionId = this.samples.connect(vendor).connectionId();
			assertThat(count("testing")).isEqualTo(testing + 1);

			this.jdbc.sql("update connection set status = 'FAILED' where connection_id = ?")
				.param(connectionId)
				.update();
		}

		assertThat(count("failed")).isEqualTo(failed + 1);
		assertThat(count("testing")).isEqualTo(testing);
		assertThat(count("draining")).isNotNaN();
	}

	private double count(String status) {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		new ConnectionCounts(this.jdbc).bindTo(meters);
		return await().until(meters.get("bgv.connections").tag("status", status).gauge()::value,
				(value) -> !Double.isNaN(value));
	}

}
