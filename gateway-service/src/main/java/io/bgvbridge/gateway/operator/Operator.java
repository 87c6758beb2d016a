package io.bgvbridge.gateway.operator;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who signed in with a password.
 *
 * @param name the name that is written down with what they do
 * @param role what they may do
 * @param version version of their account; 0 for the one from the environment
 */
record Operator(String name, Role role, long version) implements AuthenticatedPrincipal, Serializable {

	@Serial
	private static final long serialVersionUID = 1;

	@Override
	public String getName() {
		return this.name;
	}

	Authentication signedIn() {
		return UsernamePasswordAuthenticationToken.authenticated(this, null,
				List.of(new SimpleGrantedAuthority("ROLE_" + this.role.name())));
	}

}
