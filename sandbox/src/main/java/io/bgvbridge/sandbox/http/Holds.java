package io.bgvbridge.sandbox.http;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/** The hold, if any, of the next call of one kind. */
public final class Holds {

	private final AtomicReference<@Nullable Hold> next = new AtomicReference<>();

	/** Holds the next call; an earlier hold is released. */
	public Hold next() {
		Hold hold = new Hold();
		Hold earlier = this.next.getAndSet(hold);
		if (earlier != null) {
			earlier.release();
		}
		return hold;
	}

	/** Waits here if a hold was asked for; called after the call's effect. */
	public void reached() {
		Hold hold = this.next.getAndSet(null);
		if (hold != null) {
			hold.hold();
		}
	}

}
