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
	byte[] published(Setup setup) {
		String page = (setup.profileLink() == ProfileLink.PROVIDER)
				? this.provider.settings().get(AccountSettings.PORTAL_URL) : null;
		return json.writeValueAsBytes(new Published(
				new Partner(this.ashby.baseUrl(), this.ashby.apiKey(), setup.partnerId(), page), this.provider));
	}

	Credentials after(ConnectionChange change) {
		AccountEdit account = change.account();
		return new Credentials(
				new Ashby((change.ashbyUrl() != null) ? change.ashbyUrl() : this.ashby.baseUrl(),
						(change.ashbyKey() != null) ? change.ashbyKey() : this.ashby.apiKey()),
				new Provider((account.baseUrl() != null) ? account.baseUrl() : this.provider.baseUrl(),
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
	 * @param ashby Ashby's address and key, and what is shown there
	 * @param provider the provider's address, token and settings
	 */
	private record Published(Partner ashby, Provider provider) {

		@Override
		public String toString() {
			return "Published";
		}

	}

	/**
	 * Credentials of the Ashby side, and what is shown there.
	 *
	 * @param baseUrl address of the API
	 * @param apiKey the organisation's key; a secret
	 * @param partnerId Ashby's id of us as its partner
	 * @param profilePage the provider's own page of a check, with {reference}, if Ashby's
	 * link to a report is to lead there
	 */
	private record Partner(URI baseUrl, String apiKey, @Nullable UUID partnerId, @Nullable String profilePage) {

		@Override
		public String toString() {
			return this.baseUrl.toString();
		}

	}

}
