package io.bgvbridge.sync.file;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.ashby.UploadHandle;
import org.jspecify.annotations.Nullable;

/**
 * A report on its way into a candidate's files.
 *
 * @param assessmentId the assessment that it is of
 * @param connectionId the connection that it belongs to
 * @param candidateId Ashby's id of the candidate
 * @param revision revision of the result whose report is wanted; 0 while none is
 * @param settledRevision newest revision that needs nothing more
 * @param wantedFor how long it has been wanted
 * @param step how far the file has come
 * @param stepRevision revision of the file that has come so far
 * @param place where it is uploaded; null before there is a place
 * @param length the length in bytes that the place is for
 * @param placeAge how long there has been the place
 * @param attachingFor how long ago the attaching began
 */
record ReportFile(UUID assessmentId, UUID connectionId, String candidateId, long revision, long settledRevision,
		Duration wantedFor, Step step, long stepRevision, @Nullable UploadHandle place, long length, Duration placeAge,
		Duration attachingFor) {

	/** Ashby closes a place after ten minutes. */
	private static final Duration PLACE_LASTS = Duration.ofMinutes(9);

	/**
	 * How far a file has come.
	 */
	enum Step {

		/** Not begun. */
		NONE,
		/** Ashby gave a place. */
		PLACED,
		/** The bytes are there. */
		UPLOADED,
		/** Whoever finds this does not know whether the candidate has the file. */
		ATTACHING

	}

	boolean isWanted() {
		return this.revision > this.settledRevision;
	}

	/** The place, if the steps can go on from it; null if they begin anew. */
	@Nullable UploadHandle openPlace() {
		boolean open = this.stepRevision == this.revision && this.placeAge.compareTo(PLACE_LASTS) < 0;
		return open ? this.place : null;
	}

	/** The name by which the wanted file is known. */
	String name() {
		return name(this.revision);
	}

	/** The name by which the file that has come so far is known. */
	String stepName() {
		return name(this.stepRevision);
	}

	private String name(long ofRevision) {
		return "bgv-report-" + this.assessmentId + "-r" + ofRevision + ".pdf";
	}

}
