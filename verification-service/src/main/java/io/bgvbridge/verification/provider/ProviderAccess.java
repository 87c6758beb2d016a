package io.bgvbridge.verification.provider;

import java.net.URI;

/**
 * An account at a provider.
 *
 * @param baseUrl address of the provider's API
 * @param apiToken the secret that opens the account
 */
public record ProviderAccess(URI baseUrl, String apiToken) {

	@Override
	public String toString() {
		return "ProviderAccess[" + this.baseUrl + "]";
	}

}
