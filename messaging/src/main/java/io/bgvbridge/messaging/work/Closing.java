package io.bgvbridge.messaging.work;

import java.time.Duration;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import org.jspecify.annotations.Nullable;

/**
 * Closes claims, by the policy that each outcome carries. Throws {@link ClaimLost} where
 * somebody else holds the work, which undoes the transaction.
 */
final class Closing {

	private final WorkQueue queue;

	private final Budgets budgets;

	private final WorkObserver observer;

	Closing(WorkQueue queue, Budgets budgets, WorkObserver observer) {
		this.queue = queue;
		this.budgets = budgets;
		this.observer = observer;
	}

	void close(WorkItem item, Outcome outcome) {
		switch (outcome) {
			case Outcome.Done done -> {
				speedUp(item, done);
				this.queue.finish(item);
			}
			case Outcome.Later later -> {
				speedUp(item, later);
				this.queue.goOn(item, later.delay());
			}
			case Outcome.Retry again -> retry(item, again.reason(), again.delay());
			case Outcome.Failed failed -> close(item, failed.failure());
		}
	}

	/** Work that recorded nothing proves nothing about the vendor. */
	private void speedUp(WorkItem item, Outcome outcome) {
		if (outcome.recording() != Nothing.TO_RECORD) {
			this.budgets.speedUp(item);
		}
	}

	private void close(WorkItem item, VendorFailure failure) {
		switch (failure) {
			case Unavailable unavailable ->
				retry(item, WorkReason.UNAVAILABLE, orBackoff(item, unavailable.retryAfter()));
			case Throttled throttled -> {
				Duration delay = orBackoff(item, throttled.retryAfter());
				this.budgets.slowDown(item, delay);
				retry(item, WorkReason.THROTTLED, delay);
			}
			case Unauthorized unauthorized -> {
				this.budgets.stop(item);
				this.queue.goOn(item, Duration.ZERO);
				this.observer.unfinished(item, WorkReason.UNAUTHORIZED, null);
			}
			// Handlers know what a permanent failure means and do not pass it on; one
			// that
			// does is asked again, rarely, rather than forgotten.
			case Rejected rejected -> retry(item, WorkReason.REJECTED, Backoff.LONGEST);
			case Unintelligible unintelligible -> retry(item, WorkReason.UNINTELLIGIBLE, Backoff.LONGEST);
		}
	}

	private void retry(WorkItem item, WorkReason reason, Duration delay) {
		this.queue.retry(item, delay);
		this.observer.unfinished(item, reason, delay);
	}

	private static Duration orBackoff(WorkItem item, @Nullable Duration asked) {
		Duration own = Backoff.after(item.attempts());
		return (asked == null || asked.compareTo(own) < 0) ? own : asked;
	}

}
