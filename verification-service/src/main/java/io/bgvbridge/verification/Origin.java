package io.bgvbridge.verification;

/**
 * Who asked for a verification. The names are those of the published schema.
 */
enum Origin {

	/** A recruiter, in Ashby, which knows the assessment. */
	RECRUITER,

	/** A rule of the connection; Ashby does not know the assessment. */
	AUTO_START

}
