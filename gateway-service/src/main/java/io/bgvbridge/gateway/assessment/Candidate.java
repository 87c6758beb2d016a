package io.bgvbridge.gateway.assessment;

/**
 * Who is checked, for people to read.
 *
 * @param standing whether it can be told
 * @param name first and last name; empty unless it is known
 * @param email e-mail address; empty unless it is known
 */
public record Candidate(Standing standing, String name, String email) {

	static final Candidate ERASED = new Candidate(Standing.ERASED, "", "");

	static final Candidate UNAVAILABLE = new Candidate(Standing.UNAVAILABLE, "", "");

	static Candidate of(Person person) {
		return new Candidate(Standing.KNOWN, (person.firstName() + " " + person.lastName()).strip(), person.email());
	}

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "Candidate[standing=" + this.standing + "]";
	}

	/**
	 * Whether it can be told who is checked.
	 */
	public enum Standing {

		/** Yes. */
		KNOWN,
		/** Not any more. */
		ERASED,
		/** Not here, or not now: the key that it was sealed with is missing. */
		UNAVAILABLE

	}

}
