package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 2", "4, 16", "8, 256", "9, 300", "63, 300", "2147483647, 300" })
	void doublesUpToTheLongest(int attempts, long seconds) {
		Duration most = Stream.generate(() -> Backoff.after(attempts))
			.limit(2_000)
			.max(Duration::compareTo)
			.orElseThrow();

		assertThat(most).isBetween(Duration.ofMillis(seconds * 900), Duration.ofSeconds(seconds));
	}

	@Test
	void spreadsWaitsOverTheWholeTime() {
		long early = Stream.generate(() -> Backoff.after(6))
			.limit(2_000)
			.filter((wait) -> wait.compareTo(Duration.ofSeconds(32)) < 0)
			.count();

		assertThat(early).isBetween(800L, 1_200L);
	}

	@Test
	void neverComesBackAtOnce() {
		assertThat(Stream.generate(() -> Backoff.after(0)).limit(2_000))
			.allMatch((wait) -> wait.compareTo(Duration.ofMillis(200)) >= 0);
	}

}
