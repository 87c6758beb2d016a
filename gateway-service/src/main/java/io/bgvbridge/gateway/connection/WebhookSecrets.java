package io.bgvbridge.gateway.connection;

import java.time.Duration;
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

	/**
	 * The secret replaced. While the one before it is still valid, that one stays, not
	 * the one that is replaced: it is the one that is surely in use. The same secret once
	 * more replaces nothing, but may end the overlap.
	 */
	WebhookSecrets replacedBy(String secret, Duration overlap) {
		if (secret.equals(this.current)) {
			return overlap.isZero() ? of(secret) : this;
		}
		boolean stays = !secret.equals(this.previous) && Overlap.isRunning(this.previousUntil);
		return new WebhookSecrets(secret, stays ? this.previous : this.current,
				Overlap.end(overlap, this.previousUntil));
	}

	List<String> valid() {
		return (this.previous != null && Overlap.isRunning(this.previousUntil)) ? List.of(this.current, this.previous)
				: List.of(this.current);
	}

	@Override
	public String toString() {
		return "WebhookSecrets[previousUntil=" + this.previousUntil + "]";
	}

}
