package io.bgvbridge.sandbox.ashby;

import org.jspecify.annotations.Nullable;

/**
 * A candidate in the played organisation.
 *
 * @param id uuid
 * @param firstName first name
 * @param lastName last name
 * @param email primary e-mail address
 * @param phone primary phone number as a human typed it, or null
 * @param applicationId the application that the candidate came with; a merge brings more
 */
public record Candidate(String id, String firstName, String lastName, String email, @Nullable String phone,
		String applicationId) {

	String name() {
		return this.firstName + " " + this.lastName;
	}

	String profileUrl() {
		return "https://app.ashbyhq.com/candidates/" + this.id;
	}

}
