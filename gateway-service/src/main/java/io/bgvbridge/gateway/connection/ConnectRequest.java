package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operator's request for a connection, as it came.
 *
 * @param name the operator's name for it
 * @param ashby the Ashby organisation
 * @param provider the provider account
 * @param autoStart the rule that starts checks; null for none
 * @param reportFile whether reports are put into candidates' files in Ashby
 */
record ConnectRequest(@Nullable String name, @Nullable AshbySide ashby, @Nullable ProviderSide provider,
		@Schema(implementation = StartRule.class) @Nullable JsonNode autoStart, @Nullable Boolean reportFile) {

	private static final String ASHBY = "https://api.ashbyhq.com";

	/**
	 * Checks everything.
	 * @param addresses the addresses that may be used
	 * @return the command
	 * @throws InvalidConnection naming every field that is wrong
	 */
	Connect command(VendorAddresses addresses) {
		Violations problems = new Violations();
		String title = ConnectionFields.name(this.name, problems);
		AshbySide organisation = (this.ashby != null) ? this.ashby : new AshbySide(null, null, null, null);
		ProviderSide account = (this.provider != null) ? this.provider : new ProviderSide(null, null, null);
		Provider kind = kind(account, problems);
		Credentials credentials = new Credentials(
				new Credentials.Ashby(address("ashby.baseUrl", organisation.baseUrl(), ASHBY, addresses, problems),
						ConnectionFields.key("ashby.apiKey", organisation.apiKey(), problems)),
				new Credentials.Provider(address("provider.baseUrl", account.baseUrl(), kind.production().toString(),
						addresses, problems), ConnectionFields.key("provider.apiToken", account.apiToken(), problems)));
		String secret = (organisation.webhookSecret() != null)
				? ConnectionFields.webhookSecret(organisation.webhookSecret(), problems) : null;
		Setup setup = setup(organisation, problems);
		problems.throwIfAny();
		return new Connect(title, kind, credentials, secret, setup);
	}

	private static Provider kind(ProviderSide account, Violations problems) {
		String code = (account.kind() != null) ? account.kind() : "";
		return Provider.of(code).orElseGet(() -> {
			problems.add("provider.kind", "must be one of the supported providers: "
					+ Arrays.stream(Provider.values()).map(Provider::code).collect(Collectors.joining(", ")));
			return Provider.SPRINGVERIFY;
		});
	}

	private Setup setup(AshbySide organisation, Violations problems) {
		StartRule rule = (this.autoStart == null || this.autoStart.isNull()) ? null
				: ConnectionFields.rule(this.autoStart, problems);
		return new Setup(rule, Boolean.TRUE.equals(this.reportFile), (organisation.partnerId() != null)
				? ConnectionFields.partnerId(organisation.partnerId(), problems) : null);
	}

	private static URI address(String field, @Nullable String value, String usual, VendorAddresses addresses,
			Violations problems) {
		return addresses.check(field, (value != null) ? value.strip() : usual, problems);
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "ConnectRequest[name=" + this.name + "]";
	}

	/**
	 * The Ashby organisation.
	 *
	 * @param apiKey its API key
	 * @param baseUrl address of its API; null for Ashby's production
	 * @param webhookSecret what Ashby signs webhooks with; null for none
	 * @param partnerId Ashby's id of us as its partner; null if it gave none
	 */
	record AshbySide(@Nullable String apiKey, @Nullable String baseUrl, @Nullable String webhookSecret,
			@Nullable String partnerId) {

		@Override
		public String toString() {
			return "AshbySide[baseUrl=" + this.baseUrl + "]";
		}

	}

	/**
	 * The provider account.
	 *
	 * @param kind the provider's code
	 * @param apiToken the account's token
	 * @param baseUrl address of its API; null for the provider's production
	 */
	record ProviderSide(@Nullable String kind, @Nullable String apiToken, @Nullable String baseUrl) {

		@Override
		public String toString() {
			return "ProviderSide[kind=" + this.kind + "]";
		}

	}

}
