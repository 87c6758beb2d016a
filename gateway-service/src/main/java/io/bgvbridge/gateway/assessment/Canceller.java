package io.bgvbridge.gateway.assessment;

/**
 * Who cancels a check.
 */
public enum Canceller {

	/** Somebody in Ashby. */
	ASHBY,
	/** An operator of this service. */
	OPERATOR

}
