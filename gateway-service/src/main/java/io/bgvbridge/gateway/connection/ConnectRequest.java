package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An operator's request for a connection, as it came.
 *
 * @param name the operator's name for it
 * @param ashby the Ashby organisation
 * @param provider the provider account
 */
record ConnectRequest(@Nullable String name, @Nullable AshbySide ashby, @Nullable ProviderSide provider) {

	private static final String ASHBY = "https://api.ashbyhq.com";

	private static final int MAX_NAME = 120;

	/** Keys travel in HTTP headers; Ashby's is a Basic user name, which has no colon. */
	private static final Pattern KEY = Pattern.compile("[!-9;-~]{1,1000}");

	/**
	 * Checks everything.
	 * @param addresses the addresses that may be used
	 * @return the command
	 * @throws InvalidConnection naming every field that is wrong
	 */
	Connect command(VendorAddresses addresses) {
		Violations problems = new Violations();
		String title = (this.name != null) ? this.name.strip() : "";
		problems.check(
				!title.isEmpty() && title.length() <= MAX_NAME && title.chars().noneMatch(Character::isISOControl),
				"name", "must be a text of 1 to " + MAX_NAME + " characters");
		AshbySide organisation = (this.ashby != null) ? this.ashby : new AshbySide(null, null);
		ProviderSide account = (this.provider != null) ? this.provider : new ProviderSide(null, null, null);
		Provider kind = kind(account, problems);
		Credentials credentials = new Credentials(
				new Credentials.Ashby(address("ashby.baseUrl", organisation.baseUrl(), ASHBY, addresses, problems),
						key("ashby.apiKey", organisation.apiKey(), problems)),
				new Credentials.Provider(address("provider.baseUrl", account.baseUrl(), kind.production().toString(),
						addresses, problems), key("provider.apiToken", account.apiToken(), problems)));
		problems.throwIfAny();
		return new Connect(title, kind, credentials);
	}

	private static Provider kind(ProviderSide account, Violations problems) {
		String code = (account.kind() != null) ? account.kind() : "";
		return Provider.of(code).orElseGet(() -> {
			problems.add("provider.kind", "must be one of the supported providers: "
					+ Arrays.stream(Provider.values()).map(Provider::code).collect(Collectors.joining(", ")));
			return Provider.SPRINGVERIFY;
		});
	}

	private static String key(String field, @Nullable String value, Violations problems) {
		String key = (value != null) ? value : "";
		problems.check(KEY.matcher(key).matches(), field, "must be given, without spaces or colons");
		return key;
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
	 */
	record AshbySide(@Nullable String apiKey, @Nullable String baseUrl) {

	}

	/**
	 * The provider account.
	 *
	 * @param kind the provider's code
	 * @param apiToken the account's token
	 * @param baseUrl address of its API; null for the provider's production
	 */
	record ProviderSide(@Nullable String kind, @Nullable String apiToken, @Nullable String baseUrl) {

	}

}
