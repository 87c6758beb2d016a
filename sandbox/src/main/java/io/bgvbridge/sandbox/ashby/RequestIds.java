package io.bgvbridge.sandbox.ashby;

import java.util.concurrent.ThreadLocalRandom;

/** Request ids that look like Ashby's: 26 characters of Crockford's alphabet. */
final class RequestIds {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private RequestIds() {
	}

	static String next() {
		StringBuilder id = new StringBuilder("01");
		while (id.length() < 26) {
			id.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
		}
		return id.toString();
	}

}
