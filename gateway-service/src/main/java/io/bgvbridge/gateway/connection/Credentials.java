package io.bgvbridge.gateway.connection;

import java.net.URI;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a connection shows to both of its sides.
 *
 * @param ashby Ashby's address and key
 * @param provider the provider's address and token
 */
record Credentials(Ashby ashby, Provider provider) {

	private static final JsonMapper json = new JsonMapper();

	static Credentials read(byte[] plain) {
		return json.readValue(plain, Credentials.class);
	}

	byte[] bytes() {
		return json.writeValueAsBytes(this);
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "Credentials[ashby=" + this.ashby.baseUrl() + ", provider=" + this.provider.baseUrl() + "]";
	}

	/**
	 * Credentials of the Ashby side.
	 *
	 * @param baseUrl address of the API
	 * @param apiKey the organisation's key; a secret
	 */
	record Ashby(URI baseUrl, String apiKey) {

		@Override
		public String toString() {
			return this.baseUrl.toString();
		}

	}

	/**
	 * Credentials of the provider's side.
	 *
	 * @param baseUrl address of the API
	 * @param apiToken the account's token; a secret
	 */
	record Provider(URI baseUrl, String apiToken) {

		@Override
		public String toString() {
			return this.baseUrl.toString();
		}

	}

}
