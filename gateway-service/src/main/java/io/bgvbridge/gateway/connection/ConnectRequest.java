package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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
 * @param retentionDays how many days closed checks keep who they are about; null for good
 * @param profileLink where Ashby's link to a report leads: REPORT, the default, or
 * PROVIDER
 */
public record ConnectRequest(@Nullable String name, @Nullable AshbySide ashby, @Nullable ProviderSide provider,
		@Schema(implementation = StartRule.class) @Nullable JsonNode autoStart, @Nullable Boolean reportFile,
		@Schema(type = "integer") @Nullable JsonNode retentionDays,
		@Schema(implementation = ProfileLink.class) @Nullable JsonNode profileLink) {

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
		ProviderSide account = (this.provider != null) ? this.provider : ProviderSide.NONE;
		Optional<Provider> found = kind(account, problems);
		Provider kind = found.orElse(Provider.SPRINGVERIFY);
		String token = ConnectionFields.key("provider.apiToken", account.apiToken(), problems);
		AccountEdit rest = found.map((known) -> account.rest(known, addresses, problems)).orElse(AccountEdit.NONE);
		Credentials credentials = new Credentials(
				new Credentials.Ashby(address("ashby.baseUrl", organisation.baseUrl(), ASHBY, addresses, problems),
						ConnectionFields.key("ashby.apiKey", organisation.apiKey(), problems)),
				new Credentials.Provider(address("provider.baseUrl", account.baseUrl(), kind.production().toString(),
						addresses, problems), token, rest.settings(Map.of())));
		String secret = (organisation.webhookSecret() != null)
				? ConnectionFields.webhookSecret(organisation.webhookSecret(), problems) : null;
		Setup setup = setup(organisation, rest, problems);
		ConnectionFields.profileLink(setup.profileLink(), credentials.provider().settings(), problems);
		problems.throwIfAny();
		return new Connect(title, kind, credentials, secret, signing(kind, rest, token), setup);
	}

	private static Optional<Provider> kind(ProviderSide account, Violations problems) {
		Optional<Provider> found = Provider.of((account.kind() != null) ? account.kind() : "");
		problems.check(found.isPresent(), "provider.kind", "must be one of the supported providers: "
				+ Arrays.stream(Provider.values()).map(Provider::code).collect(Collectors.joining(", ")));
		return found;
	}

	/** A provider that was given no secret of its own signs with the account's token. */
	private static @Nullable String signing(Provider kind, AccountEdit account, String token) {
		return switch (kind.proof()) {
			case Proof.Bearer bearer -> null;
			case Proof.Signed signed ->
				(account.signingSecret().value() != null) ? account.signingSecret().value() : token;
		};
	}

	private Setup setup(AshbySide organisation, AccountEdit account, Violations problems) {
		ProfileLink link = read(this.profileLink, ConnectionFields::profileLink, problems);
		return new Setup(read(this.autoStart, ConnectionFields::rule, problems), Boolean.TRUE.equals(this.reportFile),
				(organisation.partnerId() != null) ? ConnectionFields.partnerId(organisation.partnerId(), problems)
						: null,
				account.tokenExpiresAt(null), read(this.retentionDays, ConnectionFields::retentionDays, problems),
				(link != null) ? link : ProfileLink.REPORT);
	}

	private static <T> @Nullable T read(@Nullable JsonNode value, BiFunction<JsonNode, Violations, @Nullable T> read,
			Violations problems) {
		return (value == null || value.isNull()) ? null : read.apply(value, problems);
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
	public record AshbySide(@Nullable String apiKey, @Nullable String baseUrl, @Nullable String webhookSecret,
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
	 * @param accountId which of the customer's accounts is meant
	 * @param signingSecret what the provider signs with
	 * @param node the part of the customer's organisation that orders
	 * @param workLocation where candidates are going to work
	 * @param portalUrl the provider's own page of a check, with {reference}
	 * @param tokenExpiresAt when the token runs out
	 */
	public record ProviderSide(@Nullable String kind, @Nullable String apiToken, @Nullable String baseUrl,
			@Schema(type = "string") @Nullable JsonNode accountId,
			@Schema(type = "string") @Nullable JsonNode signingSecret, @Schema(type = "string") @Nullable JsonNode node,
			@Schema(implementation = WorkLocation.class) @Nullable JsonNode workLocation,
			@Schema(type = "string") @Nullable JsonNode portalUrl,
			@Schema(type = "string", format = "date-time") @Nullable JsonNode tokenExpiresAt) {

		private static final ProviderSide NONE = new ProviderSide(null, null, null, null, null, null, null, null, null);

		private AccountEdit rest(Provider provider, VendorAddresses addresses, Violations problems) {
			AccountRequest rest = new AccountRequest(this.accountId, this.signingSecret, this.node, this.workLocation,
					this.portalUrl, this.tokenExpiresAt)
				.first();
			rest.requireAll(provider, problems);
			return rest.edit(provider, addresses, problems);
		}

		@Override
		public String toString() {
			return "ProviderSide[kind=" + this.kind + "]";
		}

	}

}
