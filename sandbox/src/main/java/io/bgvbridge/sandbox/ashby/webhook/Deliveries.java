package io.bgvbridge.sandbox.ashby.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Delivers events in the background, each on its own, so that their order is not certain:
 * up to ten attempts with growing delays. The last 10,000 attempts are kept.
 */
final class Deliveries implements AutoCloseable {

	private static final int MOST = 10_000;

	private static final int MOST_ATTEMPTS = 10;

	private static final Set<Integer> NEVER_RETRIED = Set.of(401, 403, 404, 405, 410);

	private final Wire wire = new Wire();

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Semaphore underWay = new Semaphore(MOST);

	private final Deque<Sent> kept = new ArrayDeque<>();

	private long attempts;

	private volatile int retrySpeed = 1;

	void retrySpeed(int times) {
		this.retrySpeed = times;
	}

	/** One attempt, now. */
	WebhookDelivery once(Webhook webhook, WebhookEvent event, int attempt) throws InterruptedException {
		Instant time = Instant.now();
		return record(webhook, event, attempt, this.wire.send(webhook, event.body()), time);
	}

	/**
	 * Delivers in the background; what is more than 10,000 events at a time is dropped.
	 * @param webhook the receiver at the time of each attempt, null once it is gone
	 */
	void begin(Supplier<@Nullable Webhook> webhook, WebhookEvent event) {
		if (!this.underWay.tryAcquire()) {
			return;
		}
		try {
			this.threads.execute(() -> run(webhook, event));
		}
		catch (RejectedExecutionException ex) {
			this.underWay.release();
		}
	}

	synchronized List<WebhookDelivery> list() {
		return this.kept.stream().map(Sent::delivery).toList();
	}

	synchronized @Nullable Sent find(long number) {
		return this.kept.stream().filter((sent) -> sent.delivery().number() == number).findFirst().orElse(null);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.wire.close();
	}

	private void run(Supplier<@Nullable Webhook> receiver, WebhookEvent event) {
		try {
			for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
				Webhook webhook = receiver.get();
				if (webhook == null || isSettled(once(webhook, event, attempt).status())) {
					return;
				}
				Thread.sleep(delay(attempt).dividedBy(this.retrySpeed));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.underWay.release();
		}
	}

	static boolean isSettled(@Nullable Integer status) {
		return status != null && (status / 100 == 2 || NEVER_RETRIED.contains(status));
	}

	/** The delay before the n-th retry. */
	static Duration delay(int retry) {
		return Duration.ofSeconds(((1L << retry) - 1) * 10);
	}

	private synchronized WebhookDelivery record(Webhook webhook, WebhookEvent event, int attempt,
			@Nullable Integer status, Instant time) {
		WebhookDelivery delivery = new WebhookDelivery(++this.attempts, webhook.id(), event.action(),
				event.webhookActionId(), attempt, status, time);
		this.kept.addLast(new Sent(delivery, event));
		if (this.kept.size() > MOST) {
			this.kept.removeFirst();
		}
		return delivery;
	}

	/** An attempt and what was sent. */
	record Sent(WebhookDelivery delivery, WebhookEvent event) {
	}

}
