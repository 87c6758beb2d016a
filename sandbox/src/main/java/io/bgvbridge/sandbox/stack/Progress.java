package io.bgvbridge.sandbox.stack;

import java.time.Duration;

/**
 * Hears what has been started, and how long it took.
 */
@FunctionalInterface
public interface Progress {

	/** Tells nobody. */
	Progress SILENT = (what, took) -> {
	};

	/**
	 * Something is ready.
	 * @param what its name
	 * @param took how long it took
	 */
	void ready(String what, Duration took);

	/**
	 * Does something and tells how long it took.
	 * @param what its name
	 * @param work what to do
	 */
	default void timed(String what, Runnable work) {
		long begin = System.nanoTime();
		work.run();
		ready(what, Duration.ofNanos(System.nanoTime() - begin));
	}

}
