package io.bgvbridge.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * A note that was committed before it was written. Whoever finds one does not know
 * whether Ashby has it.
 *
 * @param revision the revision that it tells
 * @param gist the end that it tells, as a code
 * @param text what it says
 * @param begunAt when it was begun
 * @param age how long ago that is, by the database's clock
 */
record NoteAttempt(long revision, String gist, String text, Instant begunAt, Duration age) {

	/** Whether it tells a result, and not only that the check ended. */
	boolean tellsResult() {
		return State.valueOf(this.gist.substring(0, this.gist.indexOf('/'))).telling() == State.Telling.COMPLETION;
	}

	/**
	 * Leaves the text out.
	 */
	@Override
	public String toString() {
		return "NoteAttempt[revision=" + this.revision + "]";
	}

}
