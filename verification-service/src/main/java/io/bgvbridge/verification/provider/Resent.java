package io.bgvbridge.verification.provider;

import java.util.List;

/**
 * What became of a wish to invite a candidate once more.
 */
public sealed interface Resent {

	/**
	 * The candidate was invited.
	 *
	 * @param reference the provider's id of the order from now on
	 * @param aliases other ids by which callbacks may name it
	 */
	record Invited(String reference, List<String> aliases) implements Resent {

	}

	/** The candidate has answered the earlier invitation, or it is too late. */
	record TooLate() implements Resent {

	}

}
