package io.bgvbridge.ashby;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A candidate as Ashby knows them.
 *
 * @param id Ashby's id of the candidate
 * @param name full name; Ashby does not split it here
 * @param email primary e-mail address; null if there is none
 * @param phone primary phone number, else a mobile one, else the first, as somebody typed
 * it; null if there is none
 * @param files names of the files that are kept with the candidate
 */
public record Candidate(String id, String name, @Nullable String email, @Nullable String phone, List<String> files) {

	/**
	 * Keeps the names of the files as they are.
	 */
	public Candidate {
		files = List.copyOf(files);
	}

	/**
	 * Names the candidate by id only.
	 */
	@Override
	public String toString() {
		return "Candidate[id=" + this.id + "]";
	}

}
