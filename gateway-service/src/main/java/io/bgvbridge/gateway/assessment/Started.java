package io.bgvbridge.gateway.assessment;

/**
 * A check that a recruiter started.
 *
 * @param assessment its row
 * @param how what the start met
 */
public record Started(Assessment assessment, How how) {

	/**
	 * What a start met.
	 */
	public enum How {

		/** Nothing: this is a new attempt. */
		FIRST,
		/** A recruiter's open check. */
		REPEATED,
		/** An open check that a rule began; it is the recruiter's from now on. */
		TAKEN_OVER

	}

}
