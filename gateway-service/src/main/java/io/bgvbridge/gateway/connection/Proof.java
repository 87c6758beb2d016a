package io.bgvbridge.gateway.connection;

import io.bgvbridge.gateway.signature.Notation;

/**
 * How a provider that calls back proves who it is.
 */
public sealed interface Proof {

	/**
	 * It shows a secret that we made.
	 */
	record Bearer() implements Proof {

	}

	/**
	 * It signs the raw body with a secret of its own.
	 *
	 * @param header where the signature is
	 * @param notation how it is written
	 * @param timeMember the body's member that says when it was sent; may be missing
	 */
	record Signed(String header, Notation notation, String timeMember) implements Proof {

	}

}
