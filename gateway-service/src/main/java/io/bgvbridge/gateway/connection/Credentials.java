package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a connection shows to both of its sides.
 *
 * @param ashby Ashby's address and key
 * @param provider the provider's address, token and settings
 */
record Credentials(Ashby ashby, Provider provider) {

	private static final JsonMapper json = new JsonMapper();

	static Credentials read(byte[] plain) {
		return json.readValue(plain, Credentials.class);
	}

	byte[] bytes() {
		return json.writeValueAsBytes(this);
	}

	/** For the services that call both sides. */
	byte[] published(@Nullable UUID partnerId) {
		return json.writeValueAsBytes(
				new Published(new Partner(this.ashby.baseUrl(), this.ashby.apiKey(), partnerId), this.provider));
	}

	Credentials with(@Nullable String ashbyKey, AccountEdit account) {
		return new Credentials((ashbyKey != null) ? new Ashby(this.ashby.baseUrl(), ashbyKey) : this.ashby,
				new Provider(this.provider.baseUrl(),
						(account.token() != null) ? account.token() : this.provider.apiToken(),
						account.settings(this.provider.settings())));
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
	 * @param settings what else the provider needs to be told, by name; absent from rows
	 * of before there were any
	 */
	record Provider(URI baseUrl, String apiToken, Map<String, String> settings) {

		@JsonCreator
		static Provider read(@JsonProperty("baseUrl") URI baseUrl, @JsonProperty("apiToken") String apiToken,
				@JsonProperty("settings") @Nullable Map<String, String> settings) {
			return new Provider(baseUrl, apiToken, (settings != null) ? settings : Map.of());
		}

		@Override
		public String toString() {
			return this.baseUrl.toString();
		}

	}

	/**
	 * What is published.
	 *
	 * @param ashby Ashby's address and key, and its id of us
	 * @param provider the provider's address, token and settings
	 */
	private record Published(Partner ashby, Provider provider) {

		@Override
		public String toString() {
			return "Published";
		}

	}

	/**
	 * Credentials of the Ashby side, and its id of us.
	 *
	 * @param baseUrl address of the API
	 * @param apiKey the organisation's key; a secret
	 * @param partnerId Ashby's id of us as its partner
	 */
	private record Partner(URI baseUrl, String apiKey, @Nullable UUID partnerId) {

		@Override
		public String toString() {
			return this.baseUrl.toString();
		}

	}

}
