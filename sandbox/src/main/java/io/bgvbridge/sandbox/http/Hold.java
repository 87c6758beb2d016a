package io.bgvbridge.sandbox.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the answer of one call after its effect, so that a test can do something in
 * between.
 */
public final class Hold implements AutoCloseable {

	private static final long LONGEST_MINUTES = 10;

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	Hold() {
	}

	/**
	 * Waits until a call is held.
	 * @return whether that came to pass in time
	 */
	public boolean awaitReached(Duration atMost) throws InterruptedException {
		return this.reached.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Lets the call be answered; a hold that was not reached yet will not hold. */
	public void release() {
		this.released.countDown();
	}

	@Override
	public void close() {
		release();
	}

	void hold() {
		this.reached.countDown();
		try {
			boolean ended = this.released.await(LONGEST_MINUTES, TimeUnit.MINUTES);
			if (!ended) {
				this.released.countDown();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
