package io.bgvbridge.gateway.connection;

import org.jspecify.annotations.Nullable;

/**
 * Command: join an Ashby organisation to a provider account.
 *
 * @param name the operator's name for the connection
 * @param provider the provider
 * @param credentials keys and addresses of both sides
 * @param webhookSecret what Ashby signs webhooks with; null for none
 * @param signingSecret what the provider signs callbacks with; null if it does not sign
 * @param setup what the operator chose
 */
record Connect(String name, Provider provider, Credentials credentials, @Nullable String webhookSecret,
		@Nullable String signingSecret, Setup setup) {

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "Connect[name=" + this.name + ", provider=" + this.provider + "]";
	}

}
