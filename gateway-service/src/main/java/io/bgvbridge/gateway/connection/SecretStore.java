package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What connections' rows keep of tokens and keys: hashes of those that we are shown, and
 * sealed those that we show.
 */
@Component
final class SecretStore {

	private final JdbcClient jdbc;

	private final Vault vault;

	SecretStore(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	List<Holder> withToken(List<byte[]> hashes) {
		return this.jdbc.sql("""
				select *, token_hash as hash, previous_token_hash as previous_hash,
					previous_token_until as previous_until
				from connection where token_hash = any (:hashes) or previous_token_hash = any (:hashes)
				""").param("hashes", hashes.toArray(byte[][]::new)).query(SecretStore::holder).list();
	}

	Optional<Holder> token(UUID connectionId) {
		return this.jdbc.sql("""
				select *, token_hash as hash, previous_token_hash as previous_hash,
					previous_token_until as previous_until
				from connection where connection_id = ? and status <> 'DELETED'
				""").param(connectionId).query(SecretStore::holder).optional();
	}

	Optional<Holder> callbackSecret(UUID connectionId) {
		return this.jdbc.sql("""
				select *, callback_secret_hash as hash, previous_callback_secret_hash as previous_hash,
					previous_callback_secret_until as previous_until
				from connection where connection_id = ? and status <> 'DELETED'
				""").param(connectionId).query(SecretStore::holder).optional();
	}

	void replaceToken(UUID connectionId, SecretHashes next) {
		replace("token_hash = :hash, previous_token_hash = :previous, previous_token_until = :until", connectionId,
				next);
	}

	void replaceCallbackSecret(UUID connectionId, SecretHashes next) {
		replace("callback_secret_hash = :hash, previous_callback_secret_hash = :previous,"
				+ " previous_callback_secret_until = :until", connectionId, next);
	}

	private void replace(String columns, UUID connectionId, SecretHashes next) {
		this.jdbc.sql("update connection set " + columns + " where connection_id = :id")
			.param("hash", next.current())
			.param("previous", next.previous(), Types.BINARY)
			.param("until", (next.previousUntil() != null) ? next.previousUntil().atOffset(ZoneOffset.UTC) : null,
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("id", connectionId)
			.update();
	}

	/**
	 * What the connection shows to both of its sides.
	 * @throws DeletedConnection if it was deleted
	 */
	Credentials credentials(UUID connectionId) {
		return find(connectionId).orElseThrow(DeletedConnection::new);
	}

	/** Empty once the connection was deleted. */
	Optional<Credentials> find(UUID connectionId) {
		return this.jdbc.sql("select credentials from connection where connection_id = ? and credentials is not null")
			.param(connectionId)
			.query((row, number) -> this.vault.credentials(connectionId, row.getBytes(1)))
			.optional();
	}

	byte[] seal(UUID connectionId, Credentials credentials) {
		return this.vault.seal(connectionId, credentials);
	}

	void replaceCredentials(UUID connectionId, Credentials next) {
		this.jdbc.sql("update connection set credentials = ? where connection_id = ?")
			.params(this.vault.seal(connectionId, next), connectionId)
			.update();
	}

	private static Holder holder(ResultSet row, int number) throws SQLException {
		OffsetDateTime until = row.getObject("previous_until", OffsetDateTime.class);
		return new Holder(ConnectionStore.connection(row), new SecretHashes(row.getBytes("hash"),
				row.getBytes("previous_hash"), (until != null) ? until.toInstant() : null));
	}

	/**
	 * A connection and one of its bearer secrets.
	 *
	 * @param connection the connection
	 * @param secret the secret
	 */
	record Holder(Connection connection, SecretHashes secret) {

	}

}
