package io.bgvbridge.sync.connection;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.messaging.sealing.Sealing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of {@code connection}.
 */
@Component
class ConnectionStore {

	private static final String PLACE = "sync.connection";

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final JsonMapper json;

	ConnectionStore(JdbcClient jdbc, Sealing sealing, JsonMapper json) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.json = json;
	}

	/**
	 * Keeps a change unless a newer one is there. The same version is taken again,
	 * because connections are published once more when the keys that seal them change.
	 */
	boolean take(ConnectionChange change) {
		return this.jdbc.sql("""
				insert into connection (connection_id, version, sealed_access)
				values (:connection, :version, :access)
				on conflict (connection_id) do update set version = excluded.version,
					sealed_access = excluded.sealed_access
				where connection.version <= excluded.version
				""")
			.param("connection", change.connectionId())
			.param("version", change.version())
			.param("access", sealed(change))
			.update() == 1;
	}

	@Nullable AshbyAccess access(UUID connectionId) {
		return this.jdbc
			.sql("select sealed_access from connection where connection_id = ? and sealed_access is not null")
			.param(connectionId)
			.query((row, number) -> opened(connectionId, row.getBytes(1)))
			.optional()
			.orElse(null);
	}

	/** Whether this version was not known to work yet. */
	boolean reached(UUID connectionId, long credentialsVersion) {
		return this.jdbc.sql("""
				update connection set reached_version = :version
				where connection_id = :connection and reached_version < :version
				""").param("version", credentialsVersion).param("connection", connectionId).update() == 1;
	}

	private byte @Nullable [] sealed(ConnectionChange change) {
		AshbyAccess access = change.access();
		return (access == null) ? null : this.sealing.seal(PLACE, change.connectionId().toString(),
				this.json.writeValueAsBytes(Map.of("baseUrl", access.baseUrl().toString(), "apiKey", access.apiKey())));
	}

	private AshbyAccess opened(UUID connectionId, byte[] sealed) {
		JsonNode access = this.json.readTree(this.sealing.open(PLACE, connectionId.toString(), sealed));
		return new AshbyAccess(URI.create(access.required("baseUrl").asString()), access.required("apiKey").asString());
	}

}
