package io.bgvbridge.sandbox.cli;

import java.util.Locale;

/**
 * What a sweep may cost.
 *
 * @param pages pages of the provider's list
 * @param changed checks that changed without a callback
 * @param rate the connection's calls a second
 */
record SweepBound(long pages, int changed, int rate) {

	/** Calls that a connection may have under way at the same time. */
	private static final int AT_ONCE = 4;

	/** What was made of it, in lines. */
	String told(SweepCalls calls) {
		return String.format(Locale.ROOT, """
				bound: %d pages of %d + %d changed = %d calls; made %d + %d = %d
				rate: %d calls in the busiest second, %.1f a second over all; the limit is %d a second, %d at a time""",
				this.pages, calls.pageSize(), this.changed, this.pages + this.changed, calls.pages(), calls.reads(),
				calls.pages() + calls.reads(), calls.busiestSecond(), calls.mean(), this.rate, AT_ONCE);
	}

	/**
	 * Checks it.
	 * @param found how many changed checks the sweep found
	 * @throws WalkFailure if it is broken
	 */
	void require(SweepCalls calls, long found) {
		Walk.require("the changed checks that the sweep found", Integer.toString(this.changed), Long.toString(found));
		if (calls.pages() + calls.reads() > this.pages + this.changed) {
			throw new WalkFailure("the sweep made more calls than there are pages and changed checks");
		}
		if (calls.busiestSecond() > this.rate + AT_ONCE) {
			throw new WalkFailure("the connection's rate was not kept");
		}
	}

}
