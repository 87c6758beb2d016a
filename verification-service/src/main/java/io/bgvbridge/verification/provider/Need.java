package io.bgvbridge.verification.provider;

/**
 * What a provider needs of a candidate beside the name.
 */
public enum Need {

	/** An e-mail address. */
	EMAIL {

		@Override
		public boolean isMet(Candidate candidate) {
			return !candidate.email().isBlank();
		}

	},
	/** A phone number. */
	PHONE {

		@Override
		public boolean isMet(Candidate candidate) {
			return candidate.phone() != null;
		}

	};

	/**
	 * Whether a candidate has it.
	 * @param candidate the candidate
	 * @return false if it is missing
	 */
	public abstract boolean isMet(Candidate candidate);

}
