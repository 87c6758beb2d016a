package io.bgvbridge.sync;

import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.sync.State.Telling;
import org.jspecify.annotations.Nullable;

/**
 * One assessment in Ashby.
 *
 * @param assessmentId the id that {@code assessment.start} answered
 * @param connectionId the connection that it belongs to
 * @param startedAt when it was started in Ashby
 * @param subject whom it is about
 * @param newest what is true
 * @param shown what Ashby has
 * @param pending what is under way to Ashby; null if nothing is
 * @param failedRevision newest revision that Ashby would not take; 0 if there is none
 * @param completionRefused whether Ashby would not take the present end as a completed
 * assessment
 * @param tellAgainRevision newest revision of a repeated start; 0 if there is none
 * @param erased whether Ashby is told nothing any more
 */
record Assessment(UUID assessmentId, UUID connectionId, Instant startedAt, Subject subject, Standing newest,
		Shown shown, @Nullable Pending pending, long failedRevision, boolean completionRefused, long tellAgainRevision,
		boolean erased) {

	/**
	 * What Ashby has.
	 *
	 * @param revision the newest revision; 0 before the first push
	 * @param result the result that Ashby shows; null if it shows none
	 * @param gist what the last push said; null if that is not known
	 * @param completed whether Ashby has ever had a result
	 * @param cancelled whether Ashby has had the end without a result
	 * @param lastTimestamp timestamp of the newest update, in milliseconds
	 */
	record Shown(long revision, @Nullable String result, @Nullable String gist, boolean completed, boolean cancelled,
			long lastTimestamp) {

	}

	/**
	 * Something that was committed before it was sent. Whoever finds one does not know
	 * whether Ashby has it.
	 *
	 * @param channel the call that it is for
	 * @param revision the revision that it tells
	 * @param timestamp its timestamp, in milliseconds
	 * @param result the result that Ashby shows once it has this; null for none
	 * @param sendsResult whether it carries that result
	 * @param cancels whether it ends the assessment without a result
	 * @param gist what it says
	 * @param body its exact bytes
	 */
	record Pending(Channel channel, long revision, long timestamp, @Nullable String result, boolean sendsResult,
			boolean cancels, String gist, byte[] body) {

	}

	/**
	 * The calls that a committed body can be for.
	 */
	enum Channel {

		/** {@code assessment.update}. */
		UPDATE,
		/** {@code assessment.addCompletedToCandidate}. */
		COMPLETED

	}

	/** Strictly greater than any that Ashby has had. */
	long nextTimestamp() {
		return Math.max(this.newest.occurredAt().toEpochMilli(),
				Math.max(this.shown.lastTimestamp(), this.startedAt.toEpochMilli()) + 1);
	}

	/** What the newest truth is to Ashby, after what Ashby shows. */
	Telling telling() {
		Telling telling = this.newest.state().telling();
		if (telling != Telling.START) {
			return telling;
		}
		return (this.shown.revision() > 0) ? Telling.PROGRESS : Telling.NOTHING;
	}

	/** Whether a start was repeated since Ashby was last told. */
	boolean isToldAgain() {
		return this.tellAgainRevision > Math.max(this.shown.revision(), this.failedRevision);
	}

}
