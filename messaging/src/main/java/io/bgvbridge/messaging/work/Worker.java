package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.vendor.VendorFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Claims due work and does it, each piece on a virtual thread, up to a number of pieces
 * at once.
 */
public final class Worker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);

	private final Map<String, WorkHandler> handlers;

	private final Claims claims;

	private final Closing closing;

	private final TransactionOperations transaction;

	private final ObservedWork observed;

	private final WorkProperties properties;

	private final Semaphore free;

	private volatile boolean running;

	private Thread thread = new Thread();

	Worker(List<WorkHandler> handlers, Claims claims, Closing closing, TransactionOperations transaction,
			ObservedWork observed, WorkProperties properties) {
		this.handlers = handlers.stream().collect(Collectors.toMap(WorkHandler::kind, Function.identity()));
		this.claims = claims;
		this.closing = closing;
		this.transaction = transaction;
		this.observed = observed;
		this.properties = properties;
		this.free = new Semaphore(properties.concurrency());
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofPlatform().name("worker").daemon().start(this::run);
	}

	/**
	 * Waits for the calls that are under way, so that a planned stop leaves no outcome
	 * unknown.
	 */
	@Override
	public void stop() {
		this.running = false;
		this.thread.interrupt();
		try {
			if (this.free.tryAcquire(this.properties.concurrency(), this.properties.lease().toMillis(),
					java.util.concurrent.TimeUnit.MILLISECONDS)) {
				this.free.release(this.properties.concurrency());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		List<String> kinds = List.copyOf(this.handlers.keySet());
		while (this.running) {
			try {
				this.free.acquire();
				int slots = 1 + this.free.drainPermits();
				List<WorkItem> items = List.of();
				try {
					items = this.claims.take(kinds, slots);
				}
				finally {
					this.free.release(slots - items.size());
				}
				items.forEach((item) -> Thread.ofVirtual().name("work-" + item.kind()).start(() -> doOne(item)));
				if (items.isEmpty()) {
					Thread.sleep(this.properties.poll());
				}
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				log.warn("work.paused reason={}", ex.toString());
				pause();
			}
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE_AFTER_FAILURE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void doOne(WorkItem item) {
		try {
			this.observed.run(item, () -> doNow(item));
		}
		finally {
			this.free.release();
		}
	}

	private String doNow(WorkItem item) {
		try {
			Outcome outcome = handle(item);
			this.transaction.executeWithoutResult((status) -> {
				outcome.recording().run();
				this.closing.close(item, outcome);
			});
			return ObservedWork.word(outcome);
		}
		catch (ClaimLost ex) {
			log.warn("work.claim-lost kind={} subject={}", item.kind(), item.subjectId());
			return ObservedWork.CLAIM_LOST;
		}
		catch (RuntimeException ex) {
			log.error("work.not-recorded kind={} subject={}", item.kind(), item.subjectId(), ex);
			tryAgain(item);
			return ObservedWork.NOT_RECORDED;
		}
	}

	/** If not even this can be recorded, the claim ends by itself. */
	private void tryAgain(WorkItem item) {
		try {
			this.transaction
				.executeWithoutResult((status) -> this.closing.close(item, Outcome.retry(item, WorkReason.INTERNAL)));
		}
		catch (RuntimeException ex) {
			log.warn("work.left kind={} subject={} reason={}", item.kind(), item.subjectId(), ex.toString());
		}
	}

	private Outcome handle(WorkItem item) {
		try {
			return Objects.requireNonNull(this.handlers.get(item.kind())).handle(item);
		}
		catch (VendorFailure ex) {
			return Outcome.failed(ex);
		}
		catch (ClaimLost ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			log.error("work.failed kind={} subject={} attempt={}", item.kind(), item.subjectId(), item.attempts() + 1,
					ex);
			return Outcome.retry(item, WorkReason.INTERNAL);
		}
	}

}
