package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;

import io.bgvbridge.sandbox.http.Answer;

/** How many calls a fixed window of time allows. */
final class RateLimit {

	private int limit = 1200;

	private Duration window = Duration.ofMinutes(1);

	private int used;

	private Instant end = Instant.EPOCH;

	/** Sets the limit; a new window begins. */
	synchronized void set(int newLimit, Duration newWindow) {
		this.limit = newLimit;
		this.window = newWindow;
		this.end = Instant.EPOCH;
	}

	/** Counts a call. */
	synchronized Ticket take() {
		Instant now = Instant.now();
		if (!now.isBefore(this.end)) {
			this.end = now.plus(this.window);
			this.used = 0;
		}
		boolean allowed = this.used < this.limit;
		if (allowed) {
			this.used++;
		}
		// The window's end in whole seconds is never before the end itself.
		long reset = this.end.getEpochSecond() + ((this.end.getNano() > 0) ? 1 : 0);
		return new Ticket(allowed, this.limit, this.limit - this.used, reset);
	}

	/**
	 * A call's place in the window.
	 *
	 * @param allowed whether it may go on
	 * @param limit calls that the window allows
	 * @param remaining calls that are left
	 * @param reset when the next window begins, in seconds since the epoch
	 */
	record Ticket(boolean allowed, int limit, int remaining, long reset) {

		Answer on(Answer answer) {
			return answer.with("X-Ratelimit-Limit", Integer.toString(this.limit))
				.with("X-Ratelimit-Remaining", Integer.toString(this.remaining))
				.with("X-Ratelimit-Reset", Long.toString(this.reset));
		}

	}

}
