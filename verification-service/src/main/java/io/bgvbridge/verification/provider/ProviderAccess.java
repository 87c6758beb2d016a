package io.bgvbridge.verification.provider;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An account at a provider.
 *
 * @param connectionId the connection that leads to it
 * @param baseUrl address of the provider's API
 * @param apiToken the secret that opens the account
 * @param settings what else the provider needs to be told, such as {@code accountId}
 */
public record ProviderAccess(UUID connectionId, URI baseUrl, String apiToken, Map<String, String> settings) {

	/**
	 * A setting.
	 * @param name its name
	 * @return its value; empty if the connection has none
	 */
	public Optional<String> setting(String name) {
		return Optional.ofNullable(this.settings.get(name));
	}

	@Override
	public String toString() {
		return "ProviderAccess[" + this.baseUrl + "]";
	}

}
