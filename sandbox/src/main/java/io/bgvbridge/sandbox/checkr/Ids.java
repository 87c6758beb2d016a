package io.bgvbridge.sandbox.checkr;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Checkr's ids: 24 hexadecimal digits. */
final class Ids {

	private static final SecureRandom RANDOM = new SecureRandom();

	private Ids() {
	}

	static String next() {
		byte[] bytes = new byte[12];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
