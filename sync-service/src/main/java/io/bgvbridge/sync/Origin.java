package io.bgvbridge.sync;

/**
 * Who began a check, and so by which way Ashby learns of it.
 */
enum Origin {

	UNKNOWN,
	/** A recruiter, in Ashby: {@code assessment.update} reaches the assessment. */
	RECRUITER,
	/** A rule: Ashby does not know the assessment and learns its end only. */
	AUTO_START

}
