package io.bgvbridge.gateway.connection;

import java.util.regex.Pattern;

/**
 * What a provider takes as a phone, however somebody typed it.
 */
public enum PhoneRule {

	/**
	 * SpringVerify's: an Indian mobile of ten digits, the first from 6 to 9, without
	 * country code or leading zero.
	 */
	INDIAN_MOBILE("(?:\\+91|0091|91|0)?[6-9][0-9]{9}", "an Indian mobile number of ten digits"),
	/** As long as numbers are anywhere, with or without a country code. */
	ANY("\\+?[0-9]{7,15}", "a phone number");

	private static final Pattern DECORATION = Pattern.compile("[\\s().\\u00a0\\u2010-\\u2015-]");

	private static final int MAX_LENGTH = 40;

	private final Pattern number;

	private final String words;

	PhoneRule(String number, String words) {
		this.number = Pattern.compile(number);
		this.words = words;
	}

	/**
	 * Whether a phone can become such a number.
	 * @param typed the phone as somebody typed it
	 * @return false for what the provider would refuse
	 */
	public boolean accepts(String typed) {
		return typed.length() <= MAX_LENGTH && this.number.matcher(DECORATION.matcher(typed).replaceAll("")).matches();
	}

	/**
	 * What it must be.
	 * @return a part of a sentence
	 */
	public String words() {
		return this.words;
	}

}
