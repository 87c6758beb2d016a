package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a provider's account.
 *
 * @param token the new token; null to leave it
 * @param baseUrl the new address of the API; null to leave it
 * @param settings by their names
 * @param signingSecret what the provider signs with
 * @param tokenExpiresAt when the token runs out
 */
record AccountEdit(@Nullable String token, @Nullable URI baseUrl, Map<String, Edit<String>> settings,
		Edit<String> signingSecret, Edit<Instant> tokenExpiresAt) {

	static final AccountEdit NONE = new AccountEdit(null, null, Map.of(), Edit.none(), Edit.none());

	AccountEdit with(@Nullable String next, @Nullable URI address) {
		return new AccountEdit(next, address, this.settings, this.signingSecret, this.tokenExpiresAt);
	}

	/**
	 * Whether the provider may answer otherwise from now on: what it refused before must
	 * be tried again then. The portal is for people only.
	 */
	boolean renewsCredentials() {
		return this.token != null || this.baseUrl != null
				|| this.settings.keySet().stream().anyMatch((setting) -> !setting.equals(AccountSettings.PORTAL_URL));
	}

	Map<String, String> settings(Map<String, String> present) {
		Map<String, String> next = new TreeMap<>(present);
		this.settings.forEach((name, edit) -> {
			String value = edit.value();
			if (value != null) {
				next.put(name, value);
			}
			else {
				next.remove(name);
			}
		});
		return Map.copyOf(next);
	}

	/** An older token's end says nothing about a newer token. */
	@Nullable Instant tokenExpiresAt(@Nullable Instant present) {
		return this.tokenExpiresAt.of((this.token != null) ? null : present);
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "AccountEdit" + this.settings.keySet();
	}

}
