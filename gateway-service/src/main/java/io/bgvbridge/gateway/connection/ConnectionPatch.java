package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.util.UUID;
import java.util.function.BiFunction;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operator's change of a connection, as it came: what is absent stays, what is null is
 * removed.
 *
 * @param name the operator's name for it
 * @param ashby the Ashby organisation
 * @param provider the provider account
 * @param autoStart the rule that starts checks
 * @param reportFile whether reports are put into candidates' files in Ashby
 * @param retentionDays how many days closed checks keep who they are about
 * @param profileLink where Ashby's link to a report leads: REPORT or PROVIDER
 * @param overlap how long older secrets of those who sign stay valid, as an ISO 8601
 * duration
 */
public record ConnectionPatch(@Schema(type = "string") @Nullable JsonNode name, @Nullable AshbySide ashby,
		@Nullable ProviderSide provider, @Schema(implementation = StartRule.class) @Nullable JsonNode autoStart,
		@Schema(type = "boolean") @Nullable JsonNode reportFile,
		@Schema(type = "integer") @Nullable JsonNode retentionDays,
		@Schema(implementation = ProfileLink.class) @Nullable JsonNode profileLink, @Nullable String overlap) {

	/**
	 * Checks everything.
	 * @param kind the connection's provider, which does not change
	 * @param addresses the addresses that may be used
	 * @return the command
	 * @throws InvalidConnection naming every field that is wrong
	 */
	ConnectionChange command(Provider kind, VendorAddresses addresses) {
		Violations problems = new Violations();
		AshbySide organisation = (this.ashby != null) ? this.ashby : AshbySide.NONE;
		ConnectionChange change = new ConnectionChange(
				(this.name != null) ? ConnectionFields.name(text(this.name), problems) : null,
				(organisation.apiKey() != null)
						? ConnectionFields.key("ashby.apiKey", text(organisation.apiKey()), problems) : null,
				address("ashby.baseUrl", organisation.baseUrl(), addresses, problems),
				(this.provider != null) ? this.provider.edit(kind, addresses, problems) : AccountEdit.NONE,
				edit(organisation.webhookSecret(), ConnectionPatch::secret, problems),
				ConnectionFields.overlap(this.overlap, problems),
				edit(organisation.partnerId(), ConnectionPatch::partner, problems),
				edit(this.autoStart, ConnectionFields::rule, problems), reports(problems),
				edit(this.retentionDays, ConnectionFields::retentionDays, problems), link(problems));
		problems.throwIfAny();
		return change;
	}

	private @Nullable Boolean reports(Violations problems) {
		if (this.reportFile == null) {
			return null;
		}
		problems.check(this.reportFile.isNull() || this.reportFile.isBoolean(), "reportFile", "must be true or false");
		return this.reportFile.isBoolean() && this.reportFile.booleanValue();
	}

	/** What is removed is as it was in the beginning. */
	private @Nullable ProfileLink link(Violations problems) {
		if (this.profileLink == null) {
			return null;
		}
		return this.profileLink.isNull() ? ProfileLink.REPORT
				: ConnectionFields.profileLink(this.profileLink, problems);
	}

	private static @Nullable URI address(String field, @Nullable JsonNode value, VendorAddresses addresses,
			Violations problems) {
		return (value != null) ? addresses.check(field, text(value).strip(), problems) : null;
	}

	private static <T> Edit<T> edit(@Nullable JsonNode value, BiFunction<JsonNode, Violations, @Nullable T> read,
			Violations problems) {
		if (value == null) {
			return Edit.none();
		}
		return Edit.to(value.isNull() ? null : read.apply(value, problems));
	}

	private static String secret(JsonNode value, Violations problems) {
		return ConnectionFields.webhookSecret(text(value), problems);
	}

	private static @Nullable UUID partner(JsonNode value, Violations problems) {
		return ConnectionFields.partnerId(text(value), problems);
	}

	private static String text(JsonNode value) {
		return value.isString() ? value.stringValue() : "";
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "ConnectionPatch";
	}

	/**
	 * The Ashby organisation.
	 *
	 * @param apiKey its API key
	 * @param baseUrl address of its API
	 * @param webhookSecret what Ashby signs webhooks with
	 * @param partnerId Ashby's id of us as its partner
	 */
	public record AshbySide(@Schema(type = "string") @Nullable JsonNode apiKey,
			@Schema(type = "string") @Nullable JsonNode baseUrl,
			@Schema(type = "string") @Nullable JsonNode webhookSecret,
			@Schema(type = "string", format = "uuid") @Nullable JsonNode partnerId) {

		private static final AshbySide NONE = new AshbySide(null, null, null, null);

		@Override
		public String toString() {
			return "AshbySide";
		}

	}

	/**
	 * The provider account.
	 *
	 * @param apiToken the account's token
	 * @param baseUrl address of its API
	 * @param accountId which of the customer's accounts is meant
	 * @param signingSecret what the provider signs with
	 * @param node the part of the customer's organisation that orders
	 * @param workLocation where candidates are going to work
	 * @param portalUrl the provider's own page of a check, with {reference}
	 * @param tokenExpiresAt when the token runs out
	 */
	public record ProviderSide(@Schema(type = "string") @Nullable JsonNode apiToken,
			@Schema(type = "string") @Nullable JsonNode baseUrl, @Schema(type = "string") @Nullable JsonNode accountId,
			@Schema(type = "string") @Nullable JsonNode signingSecret, @Schema(type = "string") @Nullable JsonNode node,
			@Schema(implementation = WorkLocation.class) @Nullable JsonNode workLocation,
			@Schema(type = "string") @Nullable JsonNode portalUrl,
			@Schema(type = "string", format = "date-time") @Nullable JsonNode tokenExpiresAt) {

		private AccountEdit edit(Provider kind, VendorAddresses addresses, Violations problems) {
			AccountEdit rest = new AccountRequest(this.accountId, this.signingSecret, this.node, this.workLocation,
					this.portalUrl, this.tokenExpiresAt)
				.edit(kind, addresses, problems);
			return rest.with((this.apiToken != null)
					? ConnectionFields.key("provider.apiToken", text(this.apiToken), problems) : null,
					address("provider.baseUrl", this.baseUrl, addresses, problems));
		}

		@Override
		public String toString() {
			return "ProviderSide";
		}

	}

}
