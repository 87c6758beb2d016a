package io.bgvbridge.gateway.connection;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a connection says of its provider's account, without anything secret.
 *
 * @param accountId which of the customer's accounts is meant; null if not said
 * @param node the part of the customer's organisation that orders; null if not said
 * @param workLocation where candidates are going to work; null if not said
 * @param portalUrl the provider's own page of a check, with {reference}; null if not said
 */
public record AccountView(@Nullable String accountId, @Nullable String node, @Nullable WorkLocation workLocation,
		@Nullable String portalUrl) {

	static final AccountView NONE = new AccountView(null, null, null, null);

	static AccountView of(Map<String, String> settings) {
		WorkLocation place = Optional.ofNullable(settings.get(AccountSettings.COUNTRY))
			.map((country) -> new WorkLocation(country, settings.get(AccountSettings.STATE),
					settings.get(AccountSettings.CITY)))
			.orElse(null);
		return new AccountView(settings.get(AccountSettings.ACCOUNT_ID), settings.get(AccountSettings.NODE), place,
				settings.get(AccountSettings.PORTAL_URL));
	}

}
