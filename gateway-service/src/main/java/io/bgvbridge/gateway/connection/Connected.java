package io.bgvbridge.gateway.connection;

/**
 * A new connection and what its two sides will show us; the secrets are told this once.
 *
 * @param connection the connection
 * @param partnerToken what Ashby shows
 * @param callbackSecret what the provider shows
 */
record Connected(Connection connection, String partnerToken, String callbackSecret) {

	@Override
	public String toString() {
		return "Connected[" + this.connection.connectionId() + "]";
	}

}
