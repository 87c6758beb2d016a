package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The connections' rows.
 */
@Component
final class ConnectionStore {

	private static final String SELECT = """
			select connection_id, name, status, provider, version, ashby_credentials_version,
				provider_credentials_version, ashby_observation, provider_observation, credentials, token_hash,
				callback_secret_hash
			from connection
			""";

	private final JdbcClient jdbc;

	ConnectionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(ConnectionRow row) {
		Connection connection = row.connection();
		this.jdbc.sql("""
				insert into connection (connection_id, name, status, provider, version, ashby_credentials_version,
					provider_credentials_version, credentials, token_hash, callback_secret_hash)
				values (:id, :name, :status, :provider, :version, :ashbyVersion, :providerVersion, :credentials,
					:tokenHash, :secretHash)
				""")
			.param("id", connection.connectionId())
			.param("name", connection.name())
			.param("status", connection.status().name())
			.param("provider", connection.provider().code())
			.param("version", connection.version())
			.param("ashbyVersion", connection.ashbyVersion())
			.param("providerVersion", connection.providerVersion())
			.param("credentials", row.sealedCredentials())
			.param("tokenHash", row.tokenHash())
			.param("secretHash", row.callbackSecretHash())
			.update();
	}

	Optional<ConnectionRow> find(UUID connectionId) {
		return this.jdbc.sql(SELECT + "where connection_id = ?")
			.param(connectionId)
			.query(ConnectionStore::row)
			.optional();
	}

	/** Keeps everybody else from changing the row until the transaction ends. */
	Optional<ConnectionRow> lock(UUID connectionId) {
		return this.jdbc.sql(SELECT + "where connection_id = ? for update")
			.param(connectionId)
			.query(ConnectionStore::row)
			.optional();
	}

	List<ConnectionRow> withToken(List<byte[]> hashes) {
		return this.jdbc.sql(SELECT + "where token_hash = any (?)")
			.param(hashes.toArray(byte[][]::new))
			.query(ConnectionStore::row)
			.list();
	}

	void update(Connection connection) {
		this.jdbc.sql("""
				update connection set status = :status, version = :version, ashby_observation = :ashby,
					provider_observation = :provider
				where connection_id = :id
				""")
			.param("id", connection.connectionId())
			.param("status", connection.status().name())
			.param("version", connection.version())
			.param("ashby", name(connection.ashbyObservation()))
			.param("provider", name(connection.providerObservation()))
			.update();
	}

	static Connection connection(ResultSet row) throws SQLException {
		return new Connection(row.getObject("connection_id", UUID.class), row.getString("name"),
				Status.valueOf(row.getString("status")), Provider.of(row.getString("provider")).orElseThrow(),
				row.getLong("version"), row.getLong("ashby_credentials_version"),
				row.getLong("provider_credentials_version"), observation(row.getString("ashby_observation")),
				observation(row.getString("provider_observation")));
	}

	private static ConnectionRow row(ResultSet row, int number) throws SQLException {
		return new ConnectionRow(connection(row), row.getBytes("credentials"), row.getBytes("token_hash"),
				row.getBytes("callback_secret_hash"));
	}

	private static @Nullable Observation observation(@Nullable String name) {
		return (name != null) ? Observation.valueOf(name) : null;
	}

	private static @Nullable String name(@Nullable Observation observation) {
		return (observation != null) ? observation.name() : null;
	}

	/**
	 * A row.
	 *
	 * @param connection the connection
	 * @param sealedCredentials its {@link Credentials}, sealed
	 * @param tokenHash SHA-256 of Ashby's token
	 * @param callbackSecretHash SHA-256 of the provider's secret
	 */
	record ConnectionRow(Connection connection, byte[] sealedCredentials, byte[] tokenHash, byte[] callbackSecretHash) {

	}

}
