package io.bgvbridge.verification.state;

/**
 * A verification's state with what belongs to it.
 *
 * @param state the state
 * @param reason why, where the state does not say it
 * @param result what it is called in Ashby; NONE until completed
 */
public record Progress(State state, Reason reason, Result result) {

	/**
	 * A state that says it all.
	 * @param state the state
	 * @return the progress
	 */
	public static Progress of(State state) {
		return new Progress(state, Reason.NONE, Result.NONE);
	}

	/**
	 * A state with its reason.
	 * @param state the state
	 * @param reason why
	 * @return the progress
	 */
	public static Progress of(State state, Reason reason) {
		return new Progress(state, reason, Result.NONE);
	}

	/**
	 * A completed state.
	 * @param state the state
	 * @param result what it is called in Ashby
	 * @return the progress
	 */
	public static Progress of(State state, Result result) {
		return new Progress(state, Reason.NONE, result);
	}

}
