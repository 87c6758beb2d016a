package io.bgvbridge.messaging.sealing;

/**
 * Sealed bytes that were damaged, or that belong to another place than the one they were
 * found in.
 */
public final class SealBroken extends RuntimeException {

	SealBroken(Throwable cause) {
		super("Sealed bytes do not open here", cause);
	}

}
