package io.bgvbridge.verification.state;

/**
 * Why a verification is in its state, where the state alone does not say it. The names
 * are those of the published schema.
 */
public enum Reason {

	/** The state says it all. */
	NONE,
	/** The provider needs a phone number that Ashby does not have. */
	MISSING_PHONE,
	/** The provider does not accept the candidate's name, e-mail or phone. */
	INVALID_CANDIDATE,
	/** The provider already has a candidate with the same e-mail or phone. */
	DUPLICATE_CANDIDATE,
	/** The package cannot be ordered any more. */
	PACKAGE_UNAVAILABLE,
	/** The provider account has no credits. */
	NO_CREDITS,
	/** The candidate has not given consent. */
	CONSENT_MISSING,
	/** The provider refused the order for another reason. */
	REJECTED_BY_PROVIDER,
	/** The provider closed the check. */
	CLOSED_BY_PROVIDER,
	/** The provider cancelled the check. */
	CANCELLED_BY_PROVIDER,

	/** Somebody cancelled the check in Ashby. */
	CANCELLED_IN_ASHBY,

	/** An operator cancelled the check. */
	CANCELLED_BY_OPERATOR,

	/** The candidate was deleted in Ashby. */
	CANDIDATE_ERASED;

	/**
	 * Whether our side ended the check, so that nothing the provider says later moves it.
	 * @return true for a cancel and an erasure
	 */
	public boolean isOurs() {
		return this == CANCELLED_IN_ASHBY || this == CANCELLED_BY_OPERATOR || this == CANDIDATE_ERASED;
	}

}
