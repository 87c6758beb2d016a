package io.bgvbridge.verification.provider;

/**
 * What became of a wish to cancel an order.
 */
public enum Cancellation {

	/** The provider cancelled it, or had ended it before. */
	CANCELLED,

	/** The provider takes no cancel over its API: somebody has to do it in its portal. */
	NOT_OFFERED

}
