package io.bgvbridge.gateway.ashby;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * How long each connection's Ashby is left in peace after it asked for fewer calls: as
 * long as it says, and longer with each further time.
 */
final class Pauses {

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final Map<UUID, Pause> pauses = new ConcurrentHashMap<>();

	private final LongSupplier nanos;

	Pauses(LongSupplier nanos) {
		this.nanos = nanos;
	}

	boolean isQuiet(UUID connectionId) {
		Pause pause = this.pauses.get(connectionId);
		return pause != null && pause.lasts(this.nanos.getAsLong());
	}

	/** Begins a pause; calls that were under way together count as one. */
	void begin(UUID connectionId, @Nullable Duration asked) {
		long now = this.nanos.getAsLong();
		this.pauses.compute(connectionId, (id, before) -> {
			Duration step = (before == null) ? SHORTEST : before.lasts(now) ? before.step() : doubled(before.step());
			Pause next = new Pause(step, now + longer(step, asked).toNanos());
			return (before != null && before.until() - next.until() > 0) ? before : next;
		});
	}

	/** Forgets earlier pauses, but for one that lasts. */
	void end(UUID connectionId) {
		long now = this.nanos.getAsLong();
		this.pauses.computeIfPresent(connectionId, (id, before) -> before.lasts(now) ? before : null);
	}

	private static Duration doubled(Duration step) {
		Duration next = step.multipliedBy(2);
		return (next.compareTo(LONGEST) < 0) ? next : LONGEST;
	}

	private static Duration longer(Duration step, @Nullable Duration asked) {
		return (asked != null && asked.compareTo(step) > 0) ? asked : step;
	}

	/**
	 * A time without calls.
	 *
	 * @param step how long it is at least
	 * @param until its end, on the clock of the machine's nanoseconds
	 */
	private record Pause(Duration step, long until) {

		boolean lasts(long now) {
			return this.until - now > 0;
		}

	}

}
