package io.bgvbridge.sync;

/**
 * Why a verification is in its state, where the state alone does not say it.
 */
enum Reason {

	NONE, MISSING_PHONE, INVALID_CANDIDATE, DUPLICATE_CANDIDATE, PACKAGE_UNAVAILABLE, NO_CREDITS, CONSENT_MISSING,
	REJECTED_BY_PROVIDER, CLOSED_BY_PROVIDER, CANCELLED_BY_PROVIDER

}
