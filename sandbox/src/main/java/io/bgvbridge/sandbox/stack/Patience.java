package io.bgvbridge.sandbox.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waiting for something to come true, for a limited time.
 */
final class Patience {

	private static final Duration PAUSE = Duration.ofMillis(150);

	private Patience() {
	}

	/**
	 * Asks again and again until the answer is yes.
	 * @param limit how long to go on asking
	 * @param question what to ask; an exception ends the wait
	 * @return whether the answer was yes in time
	 * @throws StackFailure if the thread is interrupted
	 */
	static boolean until(Duration limit, BooleanSupplier question) {
		long end = System.nanoTime() + limit.toNanos();
		while (!question.getAsBoolean()) {
			if (System.nanoTime() >= end) {
				return false;
			}
			pause();
		}
		return true;
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StackFailure("Interrupted while waiting.", ex);
		}
	}

}
