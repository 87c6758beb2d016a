package io.bgvbridge.messaging.work;

import java.time.Duration;

import io.bgvbridge.messaging.vendor.VendorFailure;

/**
 * How a piece of work went. Its recording runs in the same transaction that closes the
 * claim, and not at all if the claim was lost.
 */
public sealed interface Outcome {

	/**
	 * What is to be recorded.
	 * @return runs in the closing transaction
	 */
	Runnable recording();

	/**
	 * Finished, but for wake-ups that came meanwhile.
	 *
	 * @param recording runs in the closing transaction
	 */
	record Done(Runnable recording) implements Outcome {

	}

	/**
	 * Went well, and has a next step.
	 *
	 * @param recording runs in the closing transaction
	 * @param delay when to take it
	 */
	record Later(Runnable recording, Duration delay) implements Outcome {

	}

	/**
	 * Could not be finished, and is tried again.
	 *
	 * @param recording runs in the closing transaction
	 * @param delay when to try again
	 * @param reason why it was not finished
	 */
	record Retry(Runnable recording, Duration delay, WorkReason reason) implements Outcome {

	}

	/**
	 * A vendor failed us.
	 *
	 * @param recording runs in the closing transaction
	 * @param failure decides when to try again
	 */
	record Failed(Runnable recording, VendorFailure failure) implements Outcome {

	}

	/**
	 * Finished with nothing to record.
	 * @return the outcome
	 */
	static Outcome nothing() {
		return new Done(Nothing.TO_RECORD);
	}

	/**
	 * Nothing could be done yet, and nothing is to be recorded.
	 * @param delay time until the next try
	 * @return the outcome
	 */
	static Outcome later(Duration delay) {
		return new Later(Nothing.TO_RECORD, delay);
	}

	/**
	 * Could not be finished, with nothing to record; tried again after a waiting time
	 * that grows with each failure.
	 * @param item the claim
	 * @param reason why it was not finished
	 * @return the outcome
	 */
	static Outcome retry(WorkItem item, WorkReason reason) {
		return new Retry(() -> {
		}, Backoff.after(item.attempts()), reason);
	}

	/**
	 * A vendor failed us, with nothing to record.
	 * @param failure decides when to try again
	 * @return the outcome
	 */
	static Outcome failed(VendorFailure failure) {
		return new Failed(() -> {
		}, failure);
	}

}
