package io.bgvbridge.gateway.ashby;

import java.util.regex.Pattern;

/**
 * SpringVerify's rule for phones: an Indian mobile of ten digits, the first from 6 to 9,
 * without country code or leading zero.
 */
final class IndianMobile {

	private static final Pattern DECORATION = Pattern.compile("[\\s().\\u00a0\\u2010-\\u2015-]");

	private static final Pattern NUMBER = Pattern.compile("(?:\\+91|0091|91|0)?[6-9][0-9]{9}");

	private static final int MAX_LENGTH = 40;

	private IndianMobile() {
	}

	/**
	 * Whether a phone, as somebody typed it, can become such a number.
	 */
	static boolean accepts(String typed) {
		return typed.length() <= MAX_LENGTH && NUMBER.matcher(DECORATION.matcher(typed).replaceAll("")).matches();
	}

}
