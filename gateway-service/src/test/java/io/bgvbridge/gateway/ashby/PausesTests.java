package io.bgvbridge.gateway.ashby;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PausesTests {

	private static final UUID ONE = new UUID(0, 1);

	private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

	private final Pauses pauses = new Pauses(this.clock::get);

	@Test
	void doubleWithEachFurtherTimeToHalfAMinute() {
		for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
			this.pauses.begin(ONE, null);
			assertLasts(Duration.ofSeconds(seconds));
		}
	}

	@Test
	void lastAsLongAsAshbyAsks() {
		begin(Duration.ofMinutes(5));
		assertLasts(Duration.ofMinutes(5));
		begin(Duration.ZERO);
		assertLasts(Duration.ofSeconds(2));
	}

	@Test
	void countCallsThatWereUnderWayTogetherAsOne() {
		begin(null);
		begin(Duration.ofSeconds(3));
		begin(null);
		assertLasts(Duration.ofSeconds(3));
		begin(null);
		assertLasts(Duration.ofSeconds(2));
	}

	@Test
	void beginAnewAfterASuccessButAreNotCutShortByOne() {
		begin(null);
		this.pauses.end(ONE);
		assertLasts(Duration.ofSeconds(1));
		this.pauses.end(ONE);
		begin(null);
		assertLasts(Duration.ofSeconds(1));
	}

	@Test
	void areOfOneConnectionOnly() {
		begin(null);
		assertThat(this.pauses.isQuiet(new UUID(0, 2))).isFalse();
	}

	private void begin(@Nullable Duration asked) {
		this.pauses.begin(ONE, asked);
	}

	private void assertLasts(Duration duration) {
		this.clock.addAndGet(duration.toNanos() - 1);
		assertThat(this.pauses.isQuiet(ONE)).as("just before " + duration).isTrue();
		this.clock.incrementAndGet();
		assertThat(this.pauses.isQuiet(ONE)).as("at " + duration).isFalse();
	}

}
