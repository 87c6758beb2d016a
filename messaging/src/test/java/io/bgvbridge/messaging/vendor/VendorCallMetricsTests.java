package io.bgvbridge.messaging.vendor;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class VendorCallMetricsTests {

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final ObservationRegistry observations = ObservationRegistry.create();

	private final VendorCalls calls = new VendorCalls("work", Duration.ofSeconds(5), this.observations);

	private final UUID connection = UUID.randomUUID();

	@BeforeEach
	void bind() {
		this.observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.meters));
		this.calls.bindTo(this.meters);
	}

	@AfterEach
	void close() {
		this.calls.close();
	}

	@Test
	void tellHowCallsEnded() {
		this.calls.call(this.connection, "ashby", () -> "answer");
		fail(2, new Throttled(null));

		assertThat(calls("answered")).isEqualTo(1);
		assertThat(calls("throttled")).isEqualTo(2);
	}

	@Test
	void tellWhichBreakersAreOpen() {
		assertThat(breakers("open")).isZero();

		fail(10, new Unavailable("503", Sent.PERHAPS, null, null));

		assertThat(breakers("open")).isEqualTo(1);
		assertThat(breakers("half_open")).isZero();
	}

	private void fail(int times, VendorFailure failure) {
		for (int i = 0; i < times; i++) {
			catchThrowable(() -> this.calls.call(this.connection, "ashby", () -> {
				throw failure;
			}));
		}
	}

	private long calls(String outcome) {
		return this.meters.get("bgv.vendor.call")
			.tags("side", "ashby", "purpose", "work", "outcome", outcome)
			.timer()
			.count();
	}

	private double breakers(String state) {
		return this.meters.get("bgv.vendor.breakers").tags("purpose", "work", "state", state).gauge().value();
	}

}
