package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The connections' rows, but for their secrets.
 */
@Component
final class ConnectionStore {

	private final JdbcClient jdbc;

	ConnectionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Connection connection, byte[] sealedCredentials, SecretHashes token, SecretHashes callbackSecret) {
		this.jdbc.sql("""
				insert into connection (connection_id, name, status, provider, version, ashby_credentials_version,
					provider_credentials_version, credentials, token_hash, callback_secret_hash, partner_id, auto_start,
					report_file, token_expires_at, retention_days, profile_link)
				values (:id, :name, :status, :provider, :version, 1, 1, :credentials, :tokenHash, :secretHash, :partner,
					:rule, :reportFile, :tokenExpiresAt, :retentionDays, :profileLink)
				""")
			.param("id", connection.connectionId())
			.param("name", connection.name())
			.param("status", connection.status().name())
			.param("provider", connection.provider().code())
			.param("version", connection.version())
			.param("credentials", sealedCredentials)
			.param("tokenHash", token.current())
			.param("secretHash", callbackSecret.current())
			.param("partner", connection.setup().partnerId())
			.param("rule", text(connection.setup().autoStart()))
			.param("reportFile", connection.setup().reportFile())
			.param("tokenExpiresAt", utc(connection.setup().tokenExpiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("retentionDays", connection.setup().retentionDays(), Types.INTEGER)
			.param("profileLink", connection.setup().profileLink().name())
			.update();
	}

	Optional<Connection> find(UUID connectionId) {
		return this.jdbc.sql("select * from connection where connection_id = ?")
			.param(connectionId)
			.query((row, number) -> connection(row))
			.optional();
	}

	/** Keeps everybody else from changing the row until the transaction ends. */
	Optional<Connection> lock(UUID connectionId) {
		return this.jdbc.sql("select * from connection where connection_id = ? for update")
			.param(connectionId)
			.query((row, number) -> connection(row))
			.optional();
	}

	void update(Connection connection) {
		this.jdbc
			.sql("""
					update connection set name = :name, status = :status, version = :version,
						ashby_credentials_version = :ashbyVersion, provider_credentials_version = :accountVersion,
						ashby_observation = :ashby, ashby_words = :ashbyWords, provider_observation = :account, partner_id = :partner,
						auto_start = :rule, report_file = :reportFile, token_expires_at = :tokenExpiresAt,
						retention_days = :retentionDays, profile_link = :profileLink,
						status_since = case when status = :status then status_since else now() end
					where connection_id = :id
					""")
			.param("id", connection.connectionId())
			.param("name", connection.name())
			.param("status", connection.status().name())
			.param("version", connection.version())
			.param("ashbyVersion", connection.ashby().credentials())
			.param("accountVersion", connection.account().credentials())
			.param("ashby", name(connection.ashby().observation()))
			.param("ashbyWords", connection.ashby().words())
			.param("account", name(connection.account().observation()))
			.param("partner", connection.setup().partnerId())
			.param("rule", text(connection.setup().autoStart()))
			.param("reportFile", connection.setup().reportFile())
			.param("tokenExpiresAt", utc(connection.setup().tokenExpiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("retentionDays", connection.setup().retentionDays(), Types.INTEGER)
			.param("profileLink", connection.setup().profileLink().name())
			.update();
	}

	/** Forgets all keys, secrets and hashes of a connection. */
	void strip(UUID connectionId) {
		this.jdbc.sql("""
				update connection set credentials = null, token_hash = null, previous_token_hash = null,
					previous_token_until = null, callback_secret_hash = null, previous_callback_secret_hash = null,
					previous_callback_secret_until = null, webhook_secrets = null, signing_secrets = null,
					drain_forced_by = null
				where connection_id = ?
				""").param(connectionId).update();
	}

	/** Some connections that are not deleted, in the order of their ids. */
	List<UUID> after(UUID connectionId, int limit) {
		return this.jdbc
			.sql("select connection_id from connection where status <> 'DELETED' and connection_id > ?"
					+ " order by connection_id limit ?")
			.params(connectionId, limit)
			.query(UUID.class)
			.list();
	}

	static Connection connection(ResultSet row) throws SQLException {
		return new Connection(row.getObject("connection_id", UUID.class), row.getString("name"),
				Status.valueOf(row.getString("status")), Provider.of(row.getString("provider")).orElseThrow(),
				row.getLong("version"),
				new Seen(row.getLong("ashby_credentials_version"), observation(row.getString("ashby_observation")),
						row.getString("ashby_words")),
				new Seen(row.getLong("provider_credentials_version"),
						observation(row.getString("provider_observation")), null),
				new Setup(StartRule.read(row.getString("auto_start")), row.getBoolean("report_file"),
						row.getObject("partner_id", UUID.class),
						instant(row.getObject("token_expires_at", OffsetDateTime.class)),
						row.getObject("retention_days", Integer.class),
						ProfileLink.valueOf(row.getString("profile_link"))));
	}

	private static @Nullable Observation observation(@Nullable String name) {
		return (name != null) ? Observation.valueOf(name) : null;
	}

	private static @Nullable String name(@Nullable Observation observation) {
		return (observation != null) ? observation.name() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
		return (at != null) ? at.toInstant() : null;
	}

	private static @Nullable String text(@Nullable StartRule rule) {
		return (rule != null) ? rule.text() : null;
	}

}
