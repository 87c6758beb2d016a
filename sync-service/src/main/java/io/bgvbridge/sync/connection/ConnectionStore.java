package io.bgvbridge.sync.connection;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.Bean;
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

	@Bean
	static SealedColumn sealedAccess() {
		return new SealedColumn("connection", "connection_id", "sealed_access", PLACE);
	}

	/**
	 * Keeps a change unless a newer one is there. The same version is taken again,
	 * because connections are published once more when the keys that seal them change.
	 */
	boolean take(ConnectionChange change) {
		return this.jdbc.sql("""
				insert into connection (connection_id, version, sealed_access, report_file)
				values (:connection, :version, :access, :reportFile)
				on conflict (connection_id) do update set version = excluded.version,
					sealed_access = excluded.sealed_access, report_file = excluded.report_file
				where connection.version <= excluded.version
				""")
			.param("connection", change.connectionId())
			.param("version", change.version())
			.param("access", sealed(change))
			.param("reportFile", change.wishes().reportFile())
			.update() == 1;
	}

	@Nullable AshbyAccess access(UUID connectionId) {
		return read(connectionId,
				(access, reportFile) -> new AshbyAccess(URI.create(access.required("baseUrl").asString()),
						access.required("apiKey").asString()))
			.orElse(null);
	}

	Wishes wishes(UUID connectionId) {
		return read(connectionId,
				(access, reportFile) -> new Wishes(access.path("partnerId").asStringOpt().orElse(null), reportFile,
						access.path("profilePage").asStringOpt().orElse(null)))
			.orElse(Wishes.NONE);
	}

	private <T> Optional<T> read(UUID connectionId, BiFunction<JsonNode, Boolean, T> reading) {
		return this.jdbc.sql("""
				select sealed_access, report_file from connection
				where connection_id = ? and sealed_access is not null
				""")
			.param(connectionId)
			.query((row, number) -> reading.apply(opened(connectionId, row.getBytes(1)), row.getBoolean(2)))
			.optional();
	}

	/** Whether this version was not known to work yet. */
	boolean reached(UUID connectionId, long credentialsVersion) {
		return this.jdbc.sql("""
				update connection set reached_version = :version
				where connection_id = :connection and reached_version < :version
				""").param("version", credentialsVersion).param("connection", connectionId).update() == 1;
	}

	/** The next success counts as the first, if the credentials were refused since. */
	void resumed(UUID connectionId) {
		this.jdbc.sql("""
				update connection set reached_version = 0
				where connection_id = :connection and exists (select 1 from work_budget b
					where b.connection_id = :connection and b.side = :side and b.stopped_version >= reached_version)
				""").param("connection", connectionId).param("side", AshbyConnections.SIDE).update();
	}

	private byte @Nullable [] sealed(ConnectionChange change) {
		AshbyAccess access = change.access();
		if (access == null) {
			return null;
		}
		ObjectNode json = this.json.createObjectNode()
			.put("baseUrl", access.baseUrl().toString())
			.put("apiKey", access.apiKey())
			.put("partnerId", change.wishes().partnerId())
			.put("profilePage", change.wishes().profilePage());
		return this.sealing.seal(PLACE, change.connectionId().toString(), this.json.writeValueAsBytes(json));
	}

	private JsonNode opened(UUID connectionId, byte[] sealed) {
		return this.json.readTree(this.sealing.open(PLACE, connectionId.toString(), sealed));
	}

}
