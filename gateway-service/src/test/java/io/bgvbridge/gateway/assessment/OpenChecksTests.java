package io.bgvbridge.gateway.assessment;

import io.bgvbridge.gateway.GatewayTest;
import io.bgvbridge.gateway.Samples;
import io.bgvbridge.gateway.Samples.Joined;
import io.bgvbridge.gateway.VendorStub;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class OpenChecksTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Samples samples;

	@Test
	void areCountedAndTheOldestIsTimed() {
		this.jdbc.sql("update assessment set closed_at = now() where closed_at is null").update();
		assertThat(gauge("bgv.checks.open")).isZero();
		assertThat(gauge("bgv.checks.oldest.seconds")).isZero();

		try (VendorStub vendor = new VendorStub().answersCandidate("9876501234")) {
			Joined joined = this.samples.connect(vendor);
			joined.ashby().post("/ashby/assessment.start", Samples.start(joined.typeId(), "older"));
			this.jdbc.sql("update assessment set created_at = now() - interval '1 day' where closed_at is null")
				.update();
			joined.ashby().post("/ashby/assessment.start", Samples.start(joined.typeId(), "newer"));
		}

		assertThat(gauge("bgv.checks.open")).isEqualTo(2);
		assertThat(gauge("bgv.checks.oldest.seconds")).isBetween(86_400.0, 86_500.0);
	}

	private double gauge(String name) {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		new OpenChecks(this.jdbc).bindTo(meters);
		return await().until(meters.get(name).gauge()::value, (value) -> !Double.isNaN(value));
	}

}
