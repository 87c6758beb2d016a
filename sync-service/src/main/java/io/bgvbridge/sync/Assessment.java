package io.bgvbridge.sync;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One assessment in Ashby.
 *
 * @param assessmentId the id that {@code assessment.start} answered
 * @param connectionId the connection that it belongs to
 * @param startedAt when it was started in Ashby
 * @param newest what is true
 * @param shown what Ashby has
 * @param pending what is under way to Ashby; null if nothing is
 * @param failedRevision newest revision that Ashby would not take; 0 if there is none
 */
record Assessment(UUID assessmentId, UUID connectionId, Instant startedAt, Standing newest, Shown shown,
		@Nullable Pending pending, long failedRevision) {

	/**
	 * What Ashby has.
	 *
	 * @param revision the newest revision; 0 before the first push
	 * @param result the result that the last push carried; null if it carried none
	 * @param completed whether Ashby has ever had a result
	 * @param cancelled whether Ashby has had the end without a result
	 * @param lastTimestamp timestamp of the newest update, in milliseconds
	 */
	record Shown(long revision, @Nullable String result, boolean completed, boolean cancelled, long lastTimestamp) {

	}

	/**
	 * An update that was committed before it was sent. Whoever finds one does not know
	 * whether Ashby has it.
	 *
	 * @param revision the revision that it tells
	 * @param timestamp its timestamp, in milliseconds
	 * @param result the result that it carries; null if it carries none
	 * @param cancels whether it ends the assessment without a result
	 * @param body its exact bytes
	 */
	record Pending(long revision, long timestamp, @Nullable String result, boolean cancels, byte[] body) {

	}

	/** Strictly greater than any that Ashby has had. */
	long nextTimestamp() {
		return Math.max(this.newest.occurredAt().toEpochMilli(),
				Math.max(this.shown.lastTimestamp(), this.startedAt.toEpochMilli()) + 1);
	}

}
