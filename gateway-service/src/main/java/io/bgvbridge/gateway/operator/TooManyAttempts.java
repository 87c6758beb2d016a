package io.bgvbridge.gateway.operator;

import java.io.Serial;
import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * Somebody has to wait before the next attempt to sign in.
 */
final class TooManyAttempts extends AuthenticationException {

	@Serial
	private static final long serialVersionUID = 1;

	private final Duration pause;

	TooManyAttempts(Duration pause) {
		super("too many attempts");
		this.pause = pause;
	}

	Duration pause() {
		return this.pause;
	}

}
