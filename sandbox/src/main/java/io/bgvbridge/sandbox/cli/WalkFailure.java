package io.bgvbridge.sandbox.cli;

/**
 * A check did not go its way: what was expected and what was found instead, without
 * secrets.
 */
final class WalkFailure extends RuntimeException {

	WalkFailure(String message) {
		super(message);
	}

}
