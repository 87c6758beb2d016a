package io.bgvbridge.gateway.connection;

import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;

import org.springframework.stereotype.Component;

/**
 * Seals what connections show to others into their rows, and opens it again.
 */
@Component
final class Vault {

	/** Place of keys and addresses of both sides. */
	static final String CREDENTIALS = "connection";

	/** Place of what Ashby signs webhooks with. */
	static final String WEBHOOK_SECRETS = "connection-webhook-secrets";

	/** Place of what the provider signs callbacks with. */
	static final String CALLBACK_SECRETS = "connection-callback-secrets";

	private final Sealing sealing;

	Vault(Sealing sealing) {
		this.sealing = sealing;
	}

	byte[] seal(UUID connectionId, Credentials credentials) {
		return this.sealing.seal(CREDENTIALS, connectionId.toString(), credentials.bytes());
	}

	byte[] seal(String place, UUID connectionId, SigningSecrets secrets) {
		return this.sealing.seal(place, connectionId.toString(), secrets.bytes());
	}

	Credentials credentials(UUID connectionId, byte[] sealed) {
		return Credentials.read(this.sealing.open(CREDENTIALS, connectionId.toString(), sealed));
	}

	SigningSecrets secrets(String place, UUID connectionId, byte[] sealed) {
		return SigningSecrets.read(this.sealing.open(place, connectionId.toString(), sealed));
	}

}
