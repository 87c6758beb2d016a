package io.bgvbridge.gateway.ashby;

/**
 * An id that Ashby was never given over its connection.
 */
final class UnknownAssessment extends RuntimeException {

	UnknownAssessment() {
		super(null, null, false, false);
	}

}
