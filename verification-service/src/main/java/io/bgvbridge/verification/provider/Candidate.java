package io.bgvbridge.verification.provider;

import org.jspecify.annotations.Nullable;

/**
 * The person to be verified.
 *
 * @param firstName first name as Ashby has it
 * @param lastName last name as Ashby has it
 * @param email e-mail address
 * @param phone phone number as Ashby has it; null if it is not known (yet)
 */
public record Candidate(String firstName, String lastName, String email, @Nullable String phone) {

	@Override
	public String toString() {
		return "Candidate[…]";
	}

}
