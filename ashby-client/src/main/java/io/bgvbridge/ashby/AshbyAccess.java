package io.bgvbridge.ashby;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where one organisation's Ashby is reached, and the key that opens it.
 *
 * @param baseUrl address of the API, such as {@code https://api.ashbyhq.com}
 * @param apiKey the organisation's API key; a secret
 */
public record AshbyAccess(URI baseUrl, String apiKey) {

	/** The key as user, with a blank password. */
	String authorization() {
		return "Basic " + Base64.getEncoder().encodeToString((this.apiKey + ":").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Names the address only.
	 */
	@Override
	public String toString() {
		return "AshbyAccess[baseUrl=" + this.baseUrl + "]";
	}

}
