package io.bgvbridge.sandbox.springverify;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the answer of the next {@code candidate/add} after the candidate exists, so that
 * a test can stop the caller in between.
 */
public final class AddHold implements AutoCloseable {

	private static final long LONGEST_MINUTES = 10;

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	AddHold() {
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
