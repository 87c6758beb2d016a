package io.bgvbridge.gateway.connection;

import io.bgvbridge.messaging.sealing.PrimaryKeyChange;
import io.bgvbridge.messaging.sealing.SealedColumn;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The sealed columns of connections' rows, which follow when the primary key changes.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionColumns {

	private static final String TABLE = "connection";

	private static final String ID = "connection_id";

	@Bean
	SealedColumn sealedCredentials() {
		return new SealedColumn(TABLE, ID, "credentials", Vault.CREDENTIALS);
	}

	@Bean
	SealedColumn sealedWebhookSecrets() {
		return new SealedColumn(TABLE, ID, "webhook_secrets", Vault.WEBHOOK_SECRETS);
	}

	@Bean
	SealedColumn sealedSigningSecrets() {
		return new SealedColumn(TABLE, ID, "signing_secrets", Vault.CALLBACK_SECRETS);
	}

	/**
	 * The connections' records are not rows of ours: they are sealed anew by being
	 * published again.
	 */
	@Bean
	PrimaryKeyChange connectionsPublishedAgain(Connections connections) {
		return connections::publishAgain;
	}

}
