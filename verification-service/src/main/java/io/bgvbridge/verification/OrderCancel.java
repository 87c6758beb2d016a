package io.bgvbridge.verification;

/**
 * What becomes of an order whose check was cancelled here.
 */
enum OrderCancel {

	/** It was not cancelled here, or not ordered. */
	NONE,
	/** The provider is to be told. */
	WANTED,
	/** It is over at the provider. */
	DONE,
	/** Somebody has to cancel it in the provider's portal. */
	BY_HAND

}
