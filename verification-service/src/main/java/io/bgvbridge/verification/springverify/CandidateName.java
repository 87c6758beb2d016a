package io.bgvbridge.verification.springverify;

import java.util.regex.Pattern;

import io.bgvbridge.verification.provider.Candidate;

/**
 * A candidate's name as SpringVerify takes it: letters, space, dot and hyphen, two at
 * least. Other signs are left out; no letter ever is.
 *
 * @param text the name
 */
record CandidateName(String text) {

	private static final Pattern TWO_LETTERS = Pattern.compile(".*\\p{L}.*\\p{L}.*", Pattern.DOTALL);

	static CandidateName of(Candidate candidate) {
		String asIs = (candidate.firstName() + " " + candidate.lastName()).strip();
		String plain = asIs.replaceAll("\\p{Pd}", "-")
			.replaceAll("['`\\u2018\\u2019\\u02bc\\p{Cf}]", "")
			.replaceAll("[^\\p{L}\\p{M}.-]+", " ")
			.strip();
		// What is not readable without its signs is the vendor's to judge.
		return new CandidateName(TWO_LETTERS.matcher(plain).matches() ? plain : asIs);
	}

	@Override
	public String toString() {
		return "CandidateName[…]";
	}

}
