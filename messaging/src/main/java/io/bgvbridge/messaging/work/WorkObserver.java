package io.bgvbridge.messaging.work;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Is told, in the transaction that closes a claim, of work that could not be finished.
 */
public interface WorkObserver {

	/**
	 * The work waits for its next try.
	 * @param item the claim
	 * @param reason why it was not finished
	 * @param delay time until the next try; null if the work is stopped until its side
	 * has newer credentials
	 */
	void unfinished(WorkItem item, WorkReason reason, @Nullable Duration delay);

}
