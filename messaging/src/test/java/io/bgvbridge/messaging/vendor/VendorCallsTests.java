package io.bgvbridge.messaging.vendor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class VendorCallsTests {

	private final VendorCalls calls = new VendorCalls("test", Duration.ofMillis(500), ObservationRegistry.NOOP);

	private final UUID connection = UUID.randomUUID();

	@AfterEach
	void close() {
		this.calls.close();
	}

	@Test
	void passResultsAndFailuresOn() {
		Rejected refusal = new Rejected("400", "");

		assertThat(this.calls.call(this.connection, "ashby", () -> "result")).isEqualTo("result");
		assertThat(catchThrowable(() -> this.calls.call(this.connection, "ashby", () -> {
			throw refusal;
		}))).isSameAs(refusal);
	}

	@Test
	void areBrokenOffForOneSideOfOneConnectionOnly() {
		fail(10, () -> {
			throw new Unavailable("503", Sent.PERHAPS, null, null);
		});

		Unavailable open = catchThrowableOfType(Unavailable.class,
				() -> this.calls.call(this.connection, "ashby", () -> "result"));

		assertThat(open.sent()).isEqualTo(Sent.NO);
		assertThat(open.retryAfter()).isEqualTo(Duration.ofSeconds(10));
		assertThat(this.calls.call(this.connection, "provider", () -> "result")).isEqualTo("result");
		assertThat(this.calls.call(UUID.randomUUID(), "ashby", () -> "result")).isEqualTo("result");
	}

	@Test
	void areNotBrokenOffByAnswers() {
		fail(20, () -> {
			throw new Throttled(null);
		});
		fail(20, () -> {
			throw new Rejected("400", "");
		});

		assertThat(this.calls.call(this.connection, "ashby", () -> "result")).isEqualTo("result");
	}

	@Test
	void endInTimeThoughTheAnswerTrickles() throws InterruptedException {
		CountDownLatch gone = new CountDownLatch(1);
		try (VendorServer vendor = new VendorServer((socket) -> {
			try {
				socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
				while (!gone.await(20, TimeUnit.MILLISECONDS)) {
					socket.getOutputStream().write('.');
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				gone.countDown();
			}
		})) {
			RestClient patient = new VendorHttp(Duration.ofMinutes(1)).client(vendor.address());
			Instant begin = Instant.now();

			Unavailable late = catchThrowableOfType(Unavailable.class, () -> this.calls.call(this.connection, "ashby",
					() -> VendorHttp.send(patient.get().uri("/"), 1_000_000)));

			assertThat(late.sent()).isEqualTo(Sent.PERHAPS);
			assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(450),
					Duration.ofSeconds(30));
			// The vendor notices: nobody goes on reading behind our back.
			assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void thatTakeTooLongBreakTheCircuit() {
		try (VendorCalls impatient = new VendorCalls("test", Duration.ofMillis(20), ObservationRegistry.NOOP)) {
			for (int i = 0; i < 10; i++) {
				catchThrowable(() -> impatient.call(this.connection, "ashby", () -> {
					new CountDownLatch(1).await();
					return "";
				}));
			}
			assertThatExceptionOfType(Unavailable.class)
				.isThrownBy(() -> impatient.call(this.connection, "ashby", () -> ""))
				.withMessageContaining("circuit open");
		}
	}

	private void fail(int times, Callable<String> call) {
		for (int i = 0; i < times; i++) {
			catchThrowable(() -> this.calls.call(this.connection, "ashby", call));
		}
	}

}
