package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Ashby signs webhooks with: the secret, and the one before it while both are valid.
 *
 * @param current the secret
 * @param previous the one before it; null if there is none
 * @param previousUntil when the one before it ends; null if there is none
 */
record WebhookSecrets(String current, @Nullable String previous, @Nullable Instant previousUntil) {

	private static final JsonMapper json = new JsonMapper();

	static WebhookSecrets of(String secret) {
		return new WebhookSecrets(secret, null, null);
	}

	static WebhookSecrets read(byte[] plain) {
		return json.readValue(plain, WebhookSecrets.class);
	}

	byte[] bytes() {
		return json.writeValueAsBytes(this);
	}

	WebhookSecrets replacedBy(String secret, Instant until) {
		return new WebhookSecrets(secret, this.current, until);
	}

	List<String> valid() {
		return (this.previous != null && this.previousUntil != null && Instant.now().isBefore(this.previousUntil))
				? List.of(this.current, this.previous) : List.of(this.current);
	}

	@Override
	public String toString() {
		return "WebhookSecrets[previousUntil=" + this.previousUntil + "]";
	}

}
