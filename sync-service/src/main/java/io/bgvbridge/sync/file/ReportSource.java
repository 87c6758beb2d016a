package io.bgvbridge.sync.file;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.bgvbridge.messaging.sealing.CallTokens;
import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.vendor.VendorHttp.Answer;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkProperties;
import io.bgvbridge.messaging.work.WorkQueue;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The verification service's report door, the one call from service to service. It may
 * take longer than a claim lasts, so that the claim is kept alive meanwhile.
 */
@Component
class ReportSource implements AutoCloseable {

	private static final String AUDIENCE = "report";

	private static final int MOST_BYTES = 50 * 1024 * 1024;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final CallTokens tokens;

	private final WorkQueue queue;

	private final ReportProperties properties;

	private final Duration confirmEvery;

	private final VendorHttp http;

	ReportSource(CallTokens tokens, WorkQueue queue, ReportProperties properties, WorkProperties work) {
		this.tokens = tokens;
		this.queue = queue;
		this.properties = properties;
		this.confirmEvery = work.lease().dividedBy(3);
		this.http = new VendorHttp(properties.timeout());
	}

	/**
	 * Fetches a report.
	 * @param item the claim
	 * @return the PDF; null if the provider has none
	 * @throws VendorFailure as the fetch failed
	 * @throws io.bgvbridge.messaging.work.ClaimLost if the claim was taken over meanwhile
	 */
	byte @Nullable [] fetch(WorkItem item) {
		Future<Answer> coming = this.threads
			.submit(() -> VendorHttp.send(this.http.client(this.properties.verificationUrl())
				.get()
				.uri("/reports/" + item.subjectId())
				.header(HttpHeaders.AUTHORIZATION,
						"Bearer " + this.tokens.issue(AUDIENCE, item.subjectId().toString())),
					MOST_BYTES));
		try {
			return report(awaited(coming, item));
		}
		finally {
			coming.cancel(true);
		}
	}

	private Answer awaited(Future<Answer> coming, WorkItem item) {
		long deadline = System.nanoTime() + this.properties.timeout().toNanos();
		while (true) {
			this.queue.confirm(item);
			long left = deadline - System.nanoTime();
			try {
				return coming.get(Math.min(left, this.confirmEvery.toNanos()), TimeUnit.NANOSECONDS);
			}
			catch (TimeoutException ex) {
				if (left <= this.confirmEvery.toNanos()) {
					throw new Unavailable("no report in time", Sent.NO, null, ex);
				}
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

	private static byte @Nullable [] report(Answer answer) {
		return switch (answer.status()) {
			case 200 -> answer.body();
			case 404 -> null;
			case 401, 403 -> throw new Unauthorized(Integer.toString(answer.status()));
			default -> throw new Unavailable("status " + answer.status(), Sent.NO, null, null);
		};
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
