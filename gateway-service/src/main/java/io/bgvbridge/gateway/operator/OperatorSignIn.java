package io.bgvbridge.gateway.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Compares credentials with the first administrator's in constant time. They come from
 * the environment in clear, so a slow hash would protect nothing and cost every request.
 */
final class OperatorSignIn implements AuthenticationProvider {

	private final OperatorProperties operator;

	OperatorSignIn(OperatorProperties operator) {
		this.operator = operator;
	}

	@Override
	public Authentication authenticate(Authentication shown) {
		boolean user = same(shown.getName(), this.operator.user());
		boolean password = same(String.valueOf(shown.getCredentials()), this.operator.password());
		if (!(user & password)) {
			throw new BadCredentialsException("refused");
		}
		return new Operator(this.operator.user(), Role.ADMINISTRATOR, 0).signedIn();
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

	private static boolean same(String left, String right) {
		return MessageDigest.isEqual(digest(left), digest(right));
	}

	private static byte[] digest(String value) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
