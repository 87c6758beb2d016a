package io.bgvbridge.messaging.meter;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReadingTests {

	private final AtomicInteger looks = new AtomicInteger();

	@Test
	void isTakenOnceForManyWhoWantIt() {
		Reading<Integer> reading = new Reading<>(this.looks::incrementAndGet, -1);

		assertThat(reading.now()).isEqualTo(1);
		assertThat(reading.now()).isEqualTo(1);
		assertThat(this.looks).hasValue(1);
	}

	@Test
	void isTakenAgainWhenItIsOld() {
		Reading<Integer> reading = new Reading<>(this.looks::incrementAndGet, -1, Duration.ZERO);

		assertThat(reading.now()).isEqualTo(1);
		assertThat(reading.now()).isEqualTo(2);
	}

	@Test
	void isUnknownWhileTheDatabaseIsAway() {
		Reading<Integer> reading = new Reading<>(() -> {
			if (this.looks.incrementAndGet() == 2) {
				throw new DataAccessResourceFailureException("away");
			}
			return this.looks.get();
		}, -1, Duration.ZERO);

		assertThat(reading.now()).isEqualTo(1);
		assertThat(reading.now()).isEqualTo(-1);
		assertThat(reading.now()).isEqualTo(3);
	}

	@Test
	void holdsNobodyUpWhileTheDatabaseHangs() {
		CountDownLatch hang = new CountDownLatch(1);
		Reading<Integer> reading = new Reading<>(() -> {
			awaitQuietly(hang);
			return this.looks.incrementAndGet();
		}, -1);
		Instant begin = Instant.now();

		for (int gauge = 0; gauge < 20; gauge++) {
			assertThat(reading.now()).isEqualTo(-1);
		}

		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
		hang.countDown();
		await().until(() -> reading.now() == 1);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
