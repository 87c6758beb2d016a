package io.bgvbridge.sync;

/**
 * Where a verification stands, and what of it concerns Ashby.
 */
enum State {

	UNKNOWN(Telling.NOTHING), REQUESTED(Telling.START), INVITED(Telling.START), AWAITING_CANDIDATE(Telling.PROGRESS),
	IN_PROGRESS(Telling.PROGRESS), ACTION_NEEDED(Telling.PROGRESS), ON_HOLD(Telling.PROGRESS),
	BLOCKED(Telling.PROGRESS), REVIEW(Telling.PROGRESS), COMPLETED_CLEAR(Telling.COMPLETION),
	COMPLETED_REVIEW(Telling.COMPLETION), COMPLETED_EXCEPTION(Telling.COMPLETION), DISPUTED(Telling.PROGRESS),
	CANCELLED(Telling.CANCELLATION), EXPIRED(Telling.CANCELLATION), CLOSED(Telling.CANCELLATION),
	FAILED_TO_START(Telling.CANCELLATION);

	private final Telling telling;

	State(Telling telling) {
		this.telling = telling;
	}

	Telling telling() {
		return this.telling;
	}

	/**
	 * What a state is to Ashby.
	 */
	enum Telling {

		/** Not told. */
		NOTHING,
		/**
		 * A status, but only in place of an earlier one. The gateway's answer to the
		 * start has said "Started", the value that makes Ashby keep the time of the
		 * start; saying it again would move that time.
		 */
		START,
		/** A status. */
		PROGRESS,
		/** A status and, once final, the result. */
		COMPLETION,
		/** The end without a result. */
		CANCELLATION

	}

}
