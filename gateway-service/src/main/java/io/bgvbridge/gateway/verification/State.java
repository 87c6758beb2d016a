package io.bgvbridge.gateway.verification;

/**
 * Where a verification stands, and the words for it that Ashby's users see.
 */
public enum State {

	/** Asked for. */
	REQUESTED("Started"),
	/** Ordered; the candidate was invited. */
	INVITED("Started"),
	/** The candidate has to act. */
	AWAITING_CANDIDATE("Awaiting candidate"),
	/** The provider works on it. */
	IN_PROGRESS("In progress"),
	/** The provider lacks something. */
	ACTION_NEEDED("Action needed: information missing"),
	/** The provider waits. */
	ON_HOLD("On hold"),
	/** The provider cannot go on. */
	BLOCKED("Blocked"),
	/** The provider looks at a finding again. */
	REVIEW("Discrepancy under review"),
	/** Completed without a finding. */
	COMPLETED_CLEAR("Completed"),
	/** Completed with a finding that somebody must judge. */
	COMPLETED_REVIEW("Completed"),
	/** Completed, but for parts that could not be checked. */
	COMPLETED_EXCEPTION("Completed"),
	/** The candidate disputes the result. */
	DISPUTED("Disputed – result under re-check"),
	/** Cancelled. */
	CANCELLED("Cancelled"),
	/** The candidate did not act in time. */
	EXPIRED("Expired"),
	/** Closed by the provider. */
	CLOSED("Closed"),
	/** Never ordered. */
	FAILED_TO_START("Failed to start"),
	/** Known to a newer service only. */
	UNKNOWN("In progress");

	private final String words;

	State(String words) {
		this.words = words;
	}

	/**
	 * The words for the recruiter.
	 * @param reason why the verification is in this state, as a closed code
	 * @return the value of Ashby's status
	 */
	public String words(String reason) {
		return switch (reason) {
			case "NO_CREDITS" -> (this == BLOCKED) ? this.words + ": no credits" : this.words;
			case "CONSENT_MISSING" -> (this == BLOCKED) ? this.words + ": consent missing" : this.words;
			default -> this.words;
		};
	}

}
