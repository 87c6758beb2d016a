package io.bgvbridge.gateway.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request says of a provider's account besides its token: what is absent stays,
 * what is null is removed.
 *
 * @param accountId which of the customer's accounts is meant
 * @param signingSecret what the provider signs with
 * @param node the part of the customer's organisation that orders
 * @param workLocation where candidates are going to work
 * @param portalUrl the provider's own page of a check
 * @param tokenExpiresAt when the token runs out
 */
record AccountRequest(@Nullable JsonNode accountId, @Nullable JsonNode signingSecret, @Nullable JsonNode node,
		@Nullable JsonNode workLocation, @Nullable JsonNode portalUrl, @Nullable JsonNode tokenExpiresAt) {

	/** Where nothing was said before, what is null is absent. */
	AccountRequest first() {
		return new AccountRequest(given(this.accountId), given(this.signingSecret), given(this.node),
				given(this.workLocation), given(this.portalUrl), given(this.tokenExpiresAt));
	}

	private static @Nullable JsonNode given(@Nullable JsonNode value) {
		return (value == null || value.isNull()) ? null : value;
	}

	/**
	 * Checks everything.
	 * @param provider the account's provider
	 * @param addresses the addresses that may be used
	 * @param problems is told what is wrong
	 */
	AccountEdit edit(Provider provider, VendorAddresses addresses, Violations problems) {
		Map<String, Edit<String>> settings = new HashMap<>();
		if (takes(provider, AccountMember.ACCOUNT_ID, this.accountId, problems)) {
			settings.put(AccountSettings.ACCOUNT_ID, edit(this.accountId, problems, AccountFields::accountId));
		}
		if (takes(provider, AccountMember.NODE, this.node, problems)) {
			settings.put(AccountSettings.NODE, edit(this.node, problems, AccountFields::node));
		}
		if (takes(provider, AccountMember.WORK_LOCATION, this.workLocation, problems) && this.workLocation != null) {
			settings.putAll(AccountFields.workLocation(this.workLocation, problems));
		}
		if (this.portalUrl != null) {
			settings.put(AccountSettings.PORTAL_URL,
					edit(this.portalUrl, problems, (value, found) -> AccountFields.portal(value, addresses, found)));
		}
		boolean signs = takes(provider, AccountMember.SIGNING_SECRET, this.signingSecret, problems);
		return new AccountEdit(null, null, Map.copyOf(settings),
				signs ? edit(this.signingSecret, problems, AccountFields::signingSecret) : Edit.none(),
				(this.tokenExpiresAt != null) ? edit(this.tokenExpiresAt, problems, AccountFields::expiry)
						: Edit.none());
	}

	/** Says which members a new connection lacks. */
	void requireAll(Provider provider, Violations problems) {
		require(provider, AccountMember.ACCOUNT_ID, this.accountId, problems);
		require(provider, AccountMember.SIGNING_SECRET, this.signingSecret, problems);
		require(provider, AccountMember.NODE, this.node, problems);
		require(provider, AccountMember.WORK_LOCATION, this.workLocation, problems);
	}

	private static void require(Provider provider, AccountMember member, @Nullable JsonNode value,
			Violations problems) {
		problems.check(value != null || !provider.requires(member), member.field(),
				"must be given: " + provider.label() + " needs it");
	}

	private static boolean takes(Provider provider, AccountMember member, @Nullable JsonNode value,
			Violations problems) {
		if (value == null) {
			return false;
		}
		if (!provider.knows(member)) {
			problems.add(member.field(), "is not known to " + provider.label());
			return false;
		}
		if (value.isNull() && provider.requires(member)) {
			problems.add(member.field(), "cannot be removed: " + provider.label() + " needs it");
			return false;
		}
		return true;
	}

	private static <T> Edit<T> edit(@Nullable JsonNode value, Violations problems,
			BiFunction<JsonNode, Violations, @Nullable T> read) {
		return Edit.to((value == null || value.isNull()) ? null : read.apply(value, problems));
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "AccountRequest";
	}

}
