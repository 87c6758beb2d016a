package io.bgvbridge.verification.provider;

/**
 * An order at the provider that may be the one we look for.
 *
 * @param reference the provider's id of it
 * @param likelihood how sure that is
 */
public record Match(String reference, Likelihood likelihood) {

	/**
	 * How sure it is that an order is ours.
	 */
	public enum Likelihood {

		/** It bears our own order id. */
		CERTAIN,
		/** It is for the same person and did not begin before our attempt. */
		POSSIBLE,
		/** It is for the same person, but began earlier or bears another order's id. */
		FOREIGN

	}

}
