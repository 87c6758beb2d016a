package io.bgvbridge.sync;

import io.bgvbridge.sync.State.Telling;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done so that Ashby has the newest truth.
 */
sealed interface Next {

	/**
	 * Nothing.
	 */
	record Nothing() implements Next {

	}

	/**
	 * Ashby shows the same already; saying it again would notify people twice.
	 */
	record AlreadyShown() implements Next {

	}

	/**
	 * Ashby cannot be told: its assessment has ended in a way that the newest truth
	 * contradicts, or nobody knows whom to tell it of.
	 *
	 * @param why a code
	 */
	record Withheld(String why) implements Next {

	}

	/**
	 * An update is to be sent.
	 *
	 * @param withResult whether it carries the result, if there is one
	 */
	record Send(boolean withResult) implements Next {

	}

	/**
	 * A completed assessment is to be added.
	 *
	 * @param partnerId the id that Ashby issued to this partner
	 */
	record Complete(String partnerId) implements Next {

	}

	/**
	 * A note is to be written.
	 */
	record Note() implements Next {

	}

	/**
	 * Looks at an assessment of which nothing is under way.
	 */
	static Next of(Assessment assessment, @Nullable String partnerId) {
		long told = Math.max(assessment.shown().revision(), assessment.failedRevision());
		if (assessment.erased() || assessment.newest().revision() <= told) {
			return new Nothing();
		}
		return switch (assessment.subject().origin()) {
			case RECRUITER -> started(assessment);
			case AUTO_START -> autoStarted(assessment, partnerId);
			case UNKNOWN -> new Nothing();
		};
	}

	private static Next started(Assessment assessment) {
		Standing newest = assessment.newest();
		Assessment.Shown shown = assessment.shown();
		Telling telling = assessment.telling();
		if (telling == Telling.NOTHING) {
			return new Nothing();
		}
		if (shown.cancelled()) {
			return (telling != Telling.CANCELLATION) ? new Withheld("cancelled-in-ashby")
					: assessment.isToldAgain() ? new Send(false) : new AlreadyShown();
		}
		if (shown.completed() && telling == Telling.CANCELLATION) {
			return new Withheld("completed-in-ashby");
		}
		if (!newest.isResult() || !Wording.result(newest).equals(shown.result())) {
			return new Send(true);
		}
		boolean newWords = !UpdateDraft.gist(assessment).equals(shown.gist());
		return (newWords || assessment.isToldAgain()) ? new Send(false) : new AlreadyShown();
	}

	/** Ashby does not know the assessment, and learns its end by another way. */
	private static Next autoStarted(Assessment assessment, @Nullable String partnerId) {
		Standing newest = assessment.newest();
		if (!newest.ended()) {
			return new Nothing();
		}
		if (newest.end().equals(assessment.shown().gist())) {
			return new AlreadyShown();
		}
		if (assessment.subject().candidateId().isEmpty()) {
			return new Withheld("no-candidate");
		}
		boolean completes = newest.isResult() && !assessment.completionRefused()
				&& assessment.subject().assessmentTypeId() != null;
		return (completes && partnerId != null) ? new Complete(partnerId) : new Note();
	}

}
