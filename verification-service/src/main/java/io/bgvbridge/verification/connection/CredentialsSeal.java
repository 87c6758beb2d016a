package io.bgvbridge.verification.connection;

import java.util.Map;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens a connection's credentials, which stay sealed as the event carried them.
 */
final class CredentialsSeal {

	private final Sealing sealing;

	private final JsonMapper json;

	CredentialsSeal(Sealing sealing, JsonMapper json) {
		this.sealing = sealing;
		this.json = json;
	}

	Credentials open(UUID connectionId, byte[] sealed) {
		return this.json.readValue(this.sealing.open(Topics.CONNECTION_CHANGED, connectionId.toString(), sealed),
				Credentials.class);
	}

	/**
	 * Both sides' addresses and keys.
	 *
	 * @param ashby the Ashby side
	 * @param provider the provider's side
	 */
	record Credentials(Ashby ashby, Provider provider) {

		@Override
		public String toString() {
			return "Credentials[…]";
		}

		/**
		 * The Ashby side.
		 *
		 * @param baseUrl address of the Ashby API
		 * @param apiKey the organisation's key
		 */
		record Ashby(String baseUrl, String apiKey) {

			@Override
			public String toString() {
				return "Ashby[" + this.baseUrl + "]";
			}

		}

		/**
		 * The provider's side.
		 *
		 * @param baseUrl address of the provider's API
		 * @param apiToken the account's token
		 * @param settings what else the provider needs to be told; null in old records
		 */
		record Provider(String baseUrl, String apiToken, @Nullable Map<String, String> settings) {

			@Override
			public String toString() {
				return "Provider[" + this.baseUrl + "]";
			}

		}

	}

}
