package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waiting times between tries: exponential with full jitter, so that work that failed
 * together does not come back together.
 */
final class Backoff {

	static final Duration LONGEST = Duration.ofMinutes(5);

	private static final long FIRST_MILLIS = 1_000;

	private static final long SHORTEST_MILLIS = 200;

	private Backoff() {
	}

	/**
	 * Time until the next try.
	 * @param attempts how often the work has failed before this time
	 * @return at most a second at first, doubled each time up to the longest
	 */
	static Duration after(int attempts) {
		long ceiling = Math.min(LONGEST.toMillis(), FIRST_MILLIS << Math.min(attempts, 20));
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(SHORTEST_MILLIS, ceiling + 1));
	}

}
