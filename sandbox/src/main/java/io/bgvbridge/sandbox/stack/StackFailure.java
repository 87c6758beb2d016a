package io.bgvbridge.sandbox.stack;

/**
 * The stack, or a part of it, could not do what was asked. The message is made for the
 * person at the terminal and holds no secret.
 */
public class StackFailure extends RuntimeException {

	/**
	 * A failure in words.
	 * @param message what failed, and what to do about it
	 */
	public StackFailure(String message) {
		super(message);
	}

	StackFailure(String message, Throwable cause) {
		super(message, cause);
	}

	/**
	 * The first line of what went wrong, for a log or a report of one line.
	 * @return the line
	 */
	public String line() {
		return String.valueOf(getMessage()).lines().findFirst().orElse("");
	}

}
