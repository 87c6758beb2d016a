package io.bgvbridge.sync.file;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkProperties;
import io.bgvbridge.messaging.work.WorkQueue;

import org.springframework.stereotype.Component;

/**
 * Calls that may take longer than a claim lasts, and that may be repeated: the claim is
 * kept alive meanwhile.
 */
@Component
class LongCalls implements AutoCloseable {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final WorkQueue queue;

	private final Duration timeout;

	private final Duration confirmEvery;

	LongCalls(WorkQueue queue, ReportProperties properties, WorkProperties work) {
		this.queue = queue;
		this.timeout = properties.timeout();
		this.confirmEvery = work.lease().dividedBy(3);
	}

	/**
	 * Makes a call.
	 * @param <T> type of its result
	 * @param item the claim
	 * @param call the call, which reports failures as {@link VendorFailure}
	 * @return its result
	 * @throws VendorFailure if the call failed or took too long
	 * @throws io.bgvbridge.messaging.work.ClaimLost if the claim was taken over meanwhile
	 */
	<T> T call(WorkItem item, Callable<T> call) {
		this.queue.confirm(item);
		Future<T> coming = this.threads.submit(call);
		try {
			return awaited(coming, item);
		}
		finally {
			coming.cancel(true);
		}
	}

	private <T> T awaited(Future<T> coming, WorkItem item) {
		long deadline = System.nanoTime() + this.timeout.toNanos();
		while (true) {
			long left = deadline - System.nanoTime();
			try {
				return coming.get(Math.min(left, this.confirmEvery.toNanos()), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				if (left <= this.confirmEvery.toNanos()) {
					throw new Unavailable("no answer in time", Sent.NO, null, ex);
				}
				this.queue.confirm(item);
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof VendorFailure failure) ? failure : new IllegalStateException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new Unavailable("interrupted", Sent.NO, null, ex);
			}
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
