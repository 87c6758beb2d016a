package io.bgvbridge.gateway.connection;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What connections' rows keep of the secrets that others sign with: sealed, as they are
 * needed in clear to tell whether a signature is theirs.
 */
@Component
final class SigningSecretStore {

	private final JdbcClient jdbc;

	private final Vault vault;

	SigningSecretStore(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	Optional<SigningSecrets> ofWebhooks(UUID connectionId) {
		return find("webhook_secrets", Vault.WEBHOOK_SECRETS, connectionId);
	}

	Optional<SigningSecrets> ofCallbacks(UUID connectionId) {
		return find("signing_secrets", Vault.CALLBACK_SECRETS, connectionId);
	}

	private Optional<SigningSecrets> find(String column, String place, UUID connectionId) {
		return this.jdbc
			.sql("select " + column + " from connection where connection_id = ? and " + column + " is not null")
			.param(connectionId)
			.query((row, number) -> this.vault.secrets(place, connectionId, row.getBytes(1)))
			.optional();
	}

	void replaceWebhooks(UUID connectionId, @Nullable SigningSecrets next) {
		replace("webhook_secrets", Vault.WEBHOOK_SECRETS, connectionId, next);
	}

	void replaceCallbacks(UUID connectionId, SigningSecrets next) {
		replace("signing_secrets", Vault.CALLBACK_SECRETS, connectionId, next);
	}

	private void replace(String column, String place, UUID connectionId, @Nullable SigningSecrets next) {
		this.jdbc.sql("update connection set " + column + " = :sealed where connection_id = :id")
			.param("sealed", (next != null) ? this.vault.seal(place, connectionId, next) : null, Types.BINARY)
			.param("id", connectionId)
			.update();
	}

}
