package io.bgvbridge.gateway.console;

import java.util.Arrays;
import java.util.Comparator;

import io.bgvbridge.gateway.operator.Role;

import org.springframework.security.core.Authentication;

/**
 * Who looks at a page.
 *
 * @param name the name that is written down with what they do
 * @param rank what they may do
 */
record Viewer(String name, Role rank) {

	static Viewer of(Authentication authentication) {
		Role role = Arrays.stream(Role.values())
			.filter((candidate) -> authentication.getAuthorities()
				.stream()
				.anyMatch((authority) -> ("ROLE_" + candidate.name()).equals(authority.getAuthority())))
			.max(Comparator.naturalOrder())
			.orElse(Role.VIEWER);
		return new Viewer(authentication.getName(), role);
	}

	public String getRole() {
		return this.rank.code();
	}

	public boolean isOperator() {
		return this.rank.includes(Role.OPERATOR);
	}

	public boolean isAdministrator() {
		return this.rank.includes(Role.ADMINISTRATOR);
	}

}
