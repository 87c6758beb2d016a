package io.bgvbridge.verification.state;

/**
 * Where a verification stands, whatever its provider calls it. The names are those of the
 * published schema.
 */
public enum State {

	/** Accepted from Ashby; not ordered yet. */
	REQUESTED(0, Kind.OPEN),
	/** Ordered; the provider has invited the candidate. */
	INVITED(1, Kind.OPEN),
	/** The candidate has to fill in the provider's form. */
	AWAITING_CANDIDATE(2, Kind.OPEN),
	/** Something outside the check keeps it from going on: credits, consent. */
	BLOCKED(2, Kind.OPEN),
	/** The provider is checking. */
	IN_PROGRESS(3, Kind.OPEN),
	/** Information or a document is missing. */
	ACTION_NEEDED(3, Kind.OPEN),
	/** The provider has put the check on hold. */
	ON_HOLD(3, Kind.OPEN),
	/** A finding is being looked at; not final. */
	REVIEW(3, Kind.OPEN),
	/** A result is being checked again. */
	DISPUTED(3, Kind.OPEN),
	/** Completed without a finding. */
	COMPLETED_CLEAR(4, Kind.RESULT),
	/** Completed with something that a person should look at. */
	COMPLETED_REVIEW(4, Kind.RESULT),
	/** Completed although something could not be verified. */
	COMPLETED_EXCEPTION(4, Kind.RESULT),
	/** Cancelled. */
	CANCELLED(4, Kind.ENDED),
	/** The candidate's invitation ran out. */
	EXPIRED(4, Kind.ENDED),
	/** Closed by the provider without a result. */
	CLOSED(4, Kind.ENDED),
	/** Never ordered; the recruiter has to mend something and start again. */
	FAILED_TO_START(4, Kind.FAILED);

	private final int rank;

	private final Kind kind;

	State(int rank, Kind kind) {
		this.rank = rank;
		this.kind = kind;
	}

	/**
	 * Whether only a dispute, a newer result or an explicit re-open moves the
	 * verification from here.
	 * @return true for every state that ends a check
	 */
	public boolean isFinal() {
		return this.kind != Kind.OPEN;
	}

	/**
	 * Whether the check was completed.
	 * @return true for every state that a result belongs to
	 */
	public boolean isResult() {
		return this.kind == Kind.RESULT;
	}

	/**
	 * Whether what the provider says now may be published after this state: state only
	 * moves forward, because vendors repeat and reorder what they say.
	 * @param next what the provider says now
	 * @return false if it is to be recorded only
	 */
	public boolean accepts(State next) {
		return switch (this.kind) {
			case OPEN -> next == BLOCKED || next.rank >= this.rank;
			case RESULT -> next == DISPUTED || next.kind == Kind.RESULT;
			case ENDED -> next.kind == Kind.RESULT;
			case FAILED -> false;
		};
	}

	private enum Kind {

		OPEN, RESULT, ENDED, FAILED

	}

}
