package io.bgvbridge.gateway.ashby;

/**
 * A start whose check is open already.
 */
final class AlreadyBeingAssessed extends RuntimeException {

	AlreadyBeingAssessed() {
		super(null, null, false, false);
	}

}
