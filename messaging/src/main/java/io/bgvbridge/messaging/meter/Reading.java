package io.bgvbridge.messaging.meter;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/**
 * A figure that a database tells. It is asked at most once in fifteen seconds, however
 * many gauges, scrapes and pages want to know, and a database that hangs holds none of
 * them up: metrics are most wanted then.
 *
 * @param <T> type of what is read; immutable
 */
public final class Reading<T> {

	private static final Logger log = LoggerFactory.getLogger(Reading.class);

	private static final Duration KEPT = Duration.ofSeconds(15);

	private static final Duration PATIENCE = Duration.ofMillis(500);

	private final Supplier<T> look;

	private final T unknown;

	private final Duration kept;

	private final AtomicBoolean looking = new AtomicBoolean();

	private volatile T last;

	private volatile long lookedAt;

	/**
	 * A reading that was not taken yet.
	 * @param look asks the database
	 * @param unknown what is told while the database does not answer
	 */
	public Reading(Supplier<T> look, T unknown) {
		this(look, unknown, KEPT);
	}

	Reading(Supplier<T> look, T unknown, Duration kept) {
		this.look = look;
		this.unknown = unknown;
		this.kept = kept;
		this.last = unknown;
		this.lookedAt = System.nanoTime() - kept.toNanos();
	}

	/**
	 * The last reading, if need be a new one.
	 * @return what was read; what stands for unknown if the last try failed, or was never
	 * answered
	 */
	public T now() {
		if (System.nanoTime() - this.lookedAt >= this.kept.toNanos() && this.looking.compareAndSet(false, true)) {
			try {
				Thread.ofVirtual().name("reading").start(this::take).join(PATIENCE);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		return this.last;
	}

	private void take() {
		try {
			this.last = this.look.get();
		}
		catch (DataAccessException ex) {
			this.last = this.unknown;
			log.debug("reading.failed reason={}", ex.toString());
		}
		catch (RuntimeException ex) {
			this.last = this.unknown;
			log.warn("reading.failed", ex);
		}
		finally {
			this.lookedAt = System.nanoTime();
			this.looking.set(false);
		}
	}

}
