package io.bgvbridge.gateway.connection;

import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;

import org.springframework.stereotype.Component;

/**
 * Seals what connections show to others into their rows, and opens it again.
 */
@Component
final class Vault {

	private static final String CREDENTIALS = "connection";

	private static final String WEBHOOK_SECRETS = "connection-webhook-secrets";

	private final Sealing sealing;

	Vault(Sealing sealing) {
		this.sealing = sealing;
	}

	byte[] seal(UUID connectionId, Credentials credentials) {
		return this.sealing.seal(CREDENTIALS, connectionId.toString(), credentials.bytes());
	}

	byte[] seal(UUID connectionId, WebhookSecrets secrets) {
		return this.sealing.seal(WEBHOOK_SECRETS, connectionId.toString(), secrets.bytes());
	}

	Credentials credentials(UUID connectionId, byte[] sealed) {
		return Credentials.read(this.sealing.open(CREDENTIALS, connectionId.toString(), sealed));
	}

	WebhookSecrets webhookSecrets(UUID connectionId, byte[] sealed) {
		return WebhookSecrets.read(this.sealing.open(WEBHOOK_SECRETS, connectionId.toString(), sealed));
	}

}
