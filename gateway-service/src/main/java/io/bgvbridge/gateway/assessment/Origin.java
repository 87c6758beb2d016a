package io.bgvbridge.gateway.assessment;

/**
 * Who began a check.
 */
public enum Origin {

	/** A recruiter: Ashby knows the id. */
	RECRUITER,
	/** A rule of the connection, on a webhook: Ashby does not know the id. */
	AUTO_START

}
