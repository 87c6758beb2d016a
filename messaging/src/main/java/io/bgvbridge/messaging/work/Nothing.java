package io.bgvbridge.messaging.work;

/**
 * What work records that did nothing.
 */
final class Nothing {

	static final Runnable TO_RECORD = () -> {
	};

	private Nothing() {
	}

}
