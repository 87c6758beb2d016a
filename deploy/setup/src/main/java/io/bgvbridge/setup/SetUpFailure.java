package io.bgvbridge.setup;

/**
 * Something could not be set up. The message is made for the person at the terminal and
 * holds no secret.
 */
public final class SetUpFailure extends RuntimeException {

	SetUpFailure(String message) {
		super(message);
	}

	SetUpFailure(String message, Throwable cause) {
		super(message, cause);
	}

}
