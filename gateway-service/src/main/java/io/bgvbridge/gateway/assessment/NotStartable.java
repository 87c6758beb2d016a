package io.bgvbridge.gateway.assessment;

/**
 * A check that cannot be started as it is. The message is a sentence of ours for the
 * recruiter and quotes nothing.
 */
public final class NotStartable extends RuntimeException {

	/**
	 * A refusal.
	 * @param sentence what the recruiter can do about it
	 */
	public NotStartable(String sentence) {
		super(sentence, null, false, false);
	}

	/**
	 * What the recruiter can do about it.
	 * @return a sentence
	 */
	public String sentence() {
		return String.valueOf(getMessage());
	}

}
