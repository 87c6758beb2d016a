package io.bgvbridge.gateway.operator;

import org.jspecify.annotations.Nullable;

/**
 * Command: change an account. What is null stays.
 *
 * @param role code of what its holder may do
 * @param password its new password
 * @param disabled whether nobody can sign in with it
 */
public record AccountChange(@Nullable String role, @Nullable String password, @Nullable Boolean disabled) {

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "AccountChange[role=" + this.role + "]";
	}

}
