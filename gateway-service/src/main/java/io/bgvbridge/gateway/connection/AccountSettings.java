package io.bgvbridge.gateway.connection;

/**
 * Names of what the services that call a provider are told besides address and token.
 */
final class AccountSettings {

	static final String ACCOUNT_ID = "accountId";

	static final String NODE = "node";

	static final String COUNTRY = "workLocation.country";

	static final String STATE = "workLocation.state";

	static final String CITY = "workLocation.city";

	static final String PORTAL_URL = "portalUrl";

	private AccountSettings() {
	}

}
