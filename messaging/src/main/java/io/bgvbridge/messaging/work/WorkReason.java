package io.bgvbridge.messaging.work;

/**
 * Why work was not finished in one go.
 */
public enum WorkReason {

	/** The vendor could not be reached or could not answer. */
	UNAVAILABLE,
	/** The vendor wants fewer calls. */
	THROTTLED,
	/** The vendor refused the credentials. */
	UNAUTHORIZED,
	/** The vendor refused the request. */
	REJECTED,
	/** The vendor's answer could not be understood. */
	UNINTELLIGIBLE,
	/** Whether an earlier call took effect is not known yet. */
	OUTCOME_UNKNOWN,
	/** An earlier attempt at the same is not over yet. */
	EARLIER_ATTEMPT,
	/** A fault of ours. */
	INTERNAL

}
