package io.bgvbridge.verification.state;

/**
 * What a completed verification is called in Ashby. The names are those of the published
 * schema.
 */
public enum Result {

	/** Not completed. */
	NONE,
	/** Completed, and the provider says that nothing was found. */
	CLEAR,
	/** Completed, and the provider says no more than that. */
	COMPLETED,
	/** Completed; a person should look at the report. */
	NEEDS_REVIEW,
	/** Completed although something could not be verified. */
	COMPLETED_WITH_EXCEPTION,
	/** Completed; the provider found something to consider, which is no fail. */
	CONSIDER,
	/** Failed, says the provider, and not whether the check or the person did. */
	FAILED_SEE_REPORT

}
