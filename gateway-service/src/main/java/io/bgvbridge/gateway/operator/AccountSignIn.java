package io.bgvbridge.gateway.operator;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares credentials with an account's. A name that nobody has takes as long as a wrong
 * password.
 */
final class AccountSignIn implements AuthenticationProvider {

	private final AccountStore store;

	private final PasswordEncoder passwords;

	private final String nobodys;

	AccountSignIn(AccountStore store, PasswordEncoder passwords) {
		this.store = store;
		this.passwords = passwords;
		this.nobodys = String.valueOf(passwords.encode("nobody's"));
	}

	@Override
	public Authentication authenticate(Authentication shown) {
		String name = shown.getName();
		Optional<AccountStore.Login> login = Account.NAME.matcher(name).matches() ? this.store.login(name)
				: Optional.empty();
		boolean same = this.passwords.matches(String.valueOf(shown.getCredentials()),
				login.map(AccountStore.Login::password).orElse(this.nobodys));
		if (login.isEmpty() || !same) {
			throw new BadCredentialsException("refused");
		}
		return login.get().operator().signedIn();
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
