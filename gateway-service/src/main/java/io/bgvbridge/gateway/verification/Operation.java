package io.bgvbridge.gateway.verification;

import org.jspecify.annotations.Nullable;

/**
 * Command: do something about a check, now.
 *
 * @param kind what is to be done
 * @param providerReference the provider's id of the order, where an order is linked
 */
public record Operation(Kind kind, @Nullable String providerReference) {

	/** Reads the check from the provider. */
	public static final Operation REFRESH = new Operation(Kind.REFRESH, null);

	/** Invites the candidate once more. */
	public static final Operation RESEND_INVITE = new Operation(Kind.RESEND_INVITE, null);

	/** The code that operators' requests are remembered under. */
	String action() {
		return switch (this.kind) {
			case REFRESH -> "check.refresh";
			case RESEND_INVITE -> "check.resend";
			case RESOLVE_LINK -> "check.resolve-link";
			case RESOLVE_ORDER_AGAIN -> "check.resolve-order-again";
		};
	}

	/**
	 * What is to be done.
	 */
	public enum Kind {

		/** Read the check from the provider. */
		REFRESH,
		/** Invite the candidate once more. */
		RESEND_INVITE,
		/** An order of unknown outcome was placed, and this is its reference. */
		RESOLVE_LINK,
		/** An order of unknown outcome was never placed. */
		RESOLVE_ORDER_AGAIN

	}

}
