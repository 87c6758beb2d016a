package io.bgvbridge.gateway.connection;

/**
 * Something that a provider, or an account with it, may demand of every candidate besides
 * the name.
 */
public enum CandidateNeed {

	/** An e-mail address. */
	EMAIL,
	/** A phone number. */
	PHONE,
	/**
	 * A document about the career; only the provider itself can tell that it is missing.
	 */
	RESUME

}
