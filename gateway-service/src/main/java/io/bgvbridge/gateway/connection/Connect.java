package io.bgvbridge.gateway.connection;

import org.jspecify.annotations.Nullable;

/**
 * Command: join an Ashby organisation to a provider account.
 *
 * @param name the operator's name for the connection
 * @param provider the provider
 * @param credentials keys and addresses of both sides
 * @param webhookSecret what Ashby signs webhooks with; null for none
 * @param setup what the operator chose
 */
record Connect(String name, Provider provider, Credentials credentials, @Nullable String webhookSecret, Setup setup) {

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "Connect[name=" + this.name + ", provider=" + this.provider + "]";
	}

}
