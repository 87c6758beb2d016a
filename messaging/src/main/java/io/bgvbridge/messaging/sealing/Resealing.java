package io.bgvbridge.messaging.sealing;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Lets everything that is kept sealed follow the keyset's primary key, in the background:
 * at the start, when the key changes, and now and then, because an instance whose file is
 * older goes on writing rows with the key before.
 */
final class Resealing implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Resealing.class);

	/** Looks at the keyset until rows are looked at again for the first time. */
	private static final int SOON = 5;

	private final Sealing sealing;

	private final PrimaryKeys keys;

	private final SealedColumns columns;

	private final List<PrimaryKeyChange> listeners;

	private final ResealingProperties properties;

	private volatile CountDownLatch stopping = new CountDownLatch(0);

	private Thread thread = new Thread();

	/** The primary key that was looked at last; null before the first look. */
	private @Nullable Integer met;

	Resealing(Sealing sealing, PrimaryKeys keys, SealedColumns columns, List<PrimaryKeyChange> listeners,
			ResealingProperties properties) {
		this.sealing = sealing;
		this.keys = keys;
		this.columns = columns;
		this.listeners = listeners;
		this.properties = properties;
	}

	@Override
	public void start() {
		this.stopping = new CountDownLatch(1);
		this.thread = Thread.ofVirtual().name("resealing").start(this::run);
	}

	/** Is not interrupted: that would break the database connection in use. */
	@Override
	public void stop() {
		this.stopping.countDown();
		try {
			this.thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.stopping.getCount() > 0;
	}

	private void run() {
		Duration pause = Duration.ZERO;
		long rested = 0;
		boolean failing = false;
		while (isRunning()) {
			boolean changed = !Objects.equals(this.met, this.sealing.primaryKey());
			if ((changed && !failing) || rested >= pause.toNanos()) {
				pause = changed ? soon() : doubled(pause);
				try {
					pause = look() ? pause : soon();
					failing = false;
				}
				catch (RuntimeException ex) {
					log.warn("sealing.paused reason={}", ex.toString());
					pause = soon();
					failing = true;
				}
				rested = 0;
			}
			rested += rest().toNanos();
		}
	}

	/** Tells whether nothing is left to be done soon. */
	private boolean look() {
		int primary = this.sealing.primaryKey();
		boolean first = !Objects.equals(this.met, primary);
		if (first) {
			this.columns.uncounted();
		}
		boolean newest = this.keys.isNewest(primary, this.met);
		this.met = primary;
		if (!newest) {
			this.columns.uncounted();
			log.warn("sealing.older-file key={}", Integer.toUnsignedString(primary));
			return true;
		}
		boolean calm = this.columns.follow(primary, first, this::isRunning);
		this.keys.tell(primary, this.listeners);
		return calm;
	}

	private Duration rest() {
		try {
			this.stopping.await(this.properties.poll().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			this.stopping.countDown();
		}
		return this.properties.poll();
	}

	private Duration soon() {
		return this.properties.poll().multipliedBy(SOON);
	}

	private Duration doubled(Duration pause) {
		Duration twice = pause.multipliedBy(2);
		return (twice.compareTo(this.properties.longest()) < 0) ? twice : this.properties.longest();
	}

}
