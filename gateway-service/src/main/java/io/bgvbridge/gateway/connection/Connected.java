package io.bgvbridge.gateway.connection;

import org.jspecify.annotations.Nullable;

/**
 * A new connection and what its two sides will show us; the secrets are told this once.
 *
 * @param connection the connection
 * @param partnerToken what Ashby shows
 * @param callbackSecret what the provider shows; null if it signs
 */
record Connected(Connection connection, String partnerToken, @Nullable String callbackSecret) {

	@Override
	public String toString() {
		return "Connected[" + this.connection.connectionId() + "]";
	}

}
