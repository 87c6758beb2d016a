package io.bgvbridge.sync;

import io.bgvbridge.sync.State.Telling;

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
	 * Ashby's assessment has ended in a way that the newest truth contradicts, and cannot
	 * be opened again.
	 *
	 * @param why a code
	 */
	record Withheld(String why) implements Next {

	}

	/**
	 * An update is to be sent.
	 */
	record Send() implements Next {

	}

	/**
	 * Looks at an assessment of which nothing is under way.
	 */
	static Next of(Assessment assessment) {
		Standing newest = assessment.newest();
		Assessment.Shown shown = assessment.shown();
		Telling telling = newest.state().telling();
		if (telling == Telling.NOTHING
				|| newest.revision() <= Math.max(shown.revision(), assessment.failedRevision())) {
			return new Nothing();
		}
		if (shown.cancelled()) {
			return (telling == Telling.CANCELLATION) ? new AlreadyShown() : new Withheld("cancelled-in-ashby");
		}
		if (shown.completed() && telling == Telling.CANCELLATION) {
			return new Withheld("completed-in-ashby");
		}
		boolean same = telling == Telling.COMPLETION && newest.ended() && Wording.result(newest).equals(shown.result());
		return same ? new AlreadyShown() : new Send();
	}

}
