package io.bgvbridge.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The note that tells a recruiter the end of a check that Ashby does not know. It ends
 * with a marker by which it is found again.
 */
final class NoteDraft {

	private NoteDraft() {
	}

	static NoteAttempt of(Assessment assessment, String reportUrl) {
		Standing newest = assessment.newest();
		String end = newest.isResult() ? Wording.result(newest) + ". Report: " + reportUrl
				: "ended without a result. " + Wording.cancellation(newest);
		String text = "Background check \"" + Wording.packageName(newest) + "\" by "
				+ Wording.provider(newest.provider()) + ": " + end + " "
				+ marker(assessment.assessmentId(), newest.revision());
		return new NoteAttempt(newest.revision(), newest.end(), text, Instant.now(), Duration.ZERO);
	}

	static String marker(UUID assessmentId, long revision) {
		return "[bgv " + assessmentId + " r" + revision + "]";
	}

}
