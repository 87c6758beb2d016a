package io.bgvbridge.gateway.operator;

import org.jspecify.annotations.Nullable;

/**
 * Command: make an account.
 *
 * @param name its name
 * @param password its password
 * @param role code of what its holder may do
 */
public record NewAccount(@Nullable String name, @Nullable String password, @Nullable String role) {

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "NewAccount[name=" + this.name + "]";
	}

}
