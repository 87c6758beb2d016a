package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * The time in which a secret and the one before it are both valid.
 */
final class Overlap {

	private Overlap() {
	}

	/** Whether the one before it is valid now. */
	static boolean isRunning(@Nullable Instant until) {
		return until != null && Instant.now().isBefore(until);
	}

	/**
	 * When the one before it ends after another replacement, in whole milliseconds: never
	 * sooner than was said before, but at once without an overlap.
	 */
	static Instant end(Duration next, @Nullable Instant until) {
		Instant end = Instant.now().plus(next).truncatedTo(ChronoUnit.MILLIS);
		return (until != null && !next.isZero() && end.isBefore(until)) ? until : end;
	}

}
