package io.bgvbridge.verification.provider;

/**
 * What a provider's API offers beyond taking orders. The work around the port asks for
 * these, never for a provider's name.
 */
public enum Capability {

	/** An order that is repeated with its key is placed once. */
	IDEMPOTENCY_KEY,
	/** An order of unknown outcome can be looked for. */
	LOOK_UP,
	/** How an order stands can be asked; callbacks are then only hints to ask. */
	READ,
	/** All orders can be listed, the newest first, with how they stand. */
	LIST,
	/** An order can be cancelled. */
	CANCEL,
	/** The candidate can be invited once more. */
	RESEND,
	/** A person can be erased. */
	ERASE,
	/** It says how each check of an order stands. */
	CHECKS,
	/** It says when it expects to be done. */
	ETA,
	/** It signs its callbacks. */
	SIGNED_CALLBACKS

}
