package io.bgvbridge.gateway.operator;

import java.time.Duration;
import java.util.Optional;

import io.bgvbridge.messaging.consumer.Outages;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;

/**
 * Lets nobody guess fast, and calls an outage an outage.
 */
final class LimitedSignIn implements AuthenticationManager {

	private final AuthenticationManager all;

	private final SignInAttempts attempts;

	LimitedSignIn(AuthenticationManager all, SignInAttempts attempts) {
		this.all = all;
		this.attempts = attempts;
	}

	@Override
	public Authentication authenticate(Authentication shown) {
		try {
			return limited(shown);
		}
		catch (RuntimeException ex) {
			if (Outages.isOutage(ex)) {
				throw new InternalAuthenticationServiceException("outage", ex);
			}
			throw ex;
		}
	}

	private Authentication limited(Authentication shown) {
		Optional<Duration> pause = this.attempts.pause(shown.getName());
		if (pause.isPresent() && pause.get().isPositive()) {
			throw new TooManyAttempts(pause.get());
		}
		try {
			Authentication operator = this.all.authenticate(shown);
			pause.ifPresent((ended) -> this.attempts.succeeded(shown.getName()));
			return operator;
		}
		catch (BadCredentialsException ex) {
			this.attempts.failed(shown.getName());
			throw ex;
		}
	}

}
