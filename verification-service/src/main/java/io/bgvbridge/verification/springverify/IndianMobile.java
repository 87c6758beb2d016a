package io.bgvbridge.verification.springverify;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number as SpringVerify wants it: ten digits, the first of them 6 to 9, without
 * country code or trunk zero.
 *
 * @param digits the ten digits
 */
record IndianMobile(String digits) {

	private static final Pattern TEN_DIGITS = Pattern.compile("[6-9][0-9]{9}");

	static Optional<IndianMobile> parse(String phone) {
		// Copied numbers carry other spaces, hyphens and invisible marks than ASCII's.
		String digits = phone.replaceAll("[\\s().\\p{Z}\\p{Pd}\\p{Cf}]", "")
			.replaceFirst("^(\\+91|0091|91(?=0?\\d{10}$))?0?", "");
		return TEN_DIGITS.matcher(digits).matches() ? Optional.of(new IndianMobile(digits)) : Optional.empty();
	}

	@Override
	public String toString() {
		return "IndianMobile[…]";
	}

}
