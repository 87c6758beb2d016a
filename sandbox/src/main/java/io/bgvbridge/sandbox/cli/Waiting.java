package io.bgvbridge.sandbox.cli;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looking again until what was expected is there.
 *
 * @param limit how long to look
 */
record Waiting(Duration limit) {

	private static final Duration PAUSE = Duration.ofMillis(100);

	/**
	 * Looks until the thing found is as wanted.
	 * @param what what is waited for, in words
	 * @param look what to look at
	 * @param wanted whether it is as wanted
	 * @return the thing as wanted
	 * @throws WalkFailure if it never was
	 */
	<T> T until(String what, Supplier<T> look, Predicate<T> wanted) {
		long end = System.nanoTime() + this.limit.toNanos();
		T found = look.get();
		while (!wanted.test(found)) {
			if (System.nanoTime() > end) {
				throw new WalkFailure("waited " + this.limit.toSeconds() + " s for " + what);
			}
			pause();
			found = look.get();
		}
		return found;
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WalkFailure("interrupted");
		}
	}

}
