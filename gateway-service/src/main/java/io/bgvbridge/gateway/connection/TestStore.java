package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest test of each side of each connection.
 */
@Component
final class TestStore {

	private final JdbcClient jdbc;

	TestStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void begin(UUID connectionId, Side side, UUID testId, long credentialsVersion) {
		this.jdbc.sql("""
				insert into connection_test (connection_id, side, test_id, credentials_version, state)
				values (:connection, :side, :test, :version, 'RUNNING')
				on conflict (connection_id, side) do update set test_id = excluded.test_id,
					credentials_version = excluded.credentials_version, state = excluded.state,
					asked_at = now(), answered_at = null, problem = null, missing = ''
				""")
			.param("connection", connectionId)
			.param("side", side.name())
			.param("test", testId)
			.param("version", credentialsVersion)
			.update();
	}

	Optional<Running> find(UUID connectionId, Side side) {
		return this.jdbc
			.sql("select test_id, credentials_version, asked_at, state = 'RUNNING' as runs,"
					+ " problem is not null as told from connection_test" + " where connection_id = ? and side = ?")
			.params(connectionId, side.name())
			.query((row, number) -> new Running(row.getObject("test_id", UUID.class),
					row.getLong("credentials_version"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
					row.getBoolean("runs"), row.getBoolean("told")))
			.optional();
	}

	/** Nothing happens to a test that was replaced by a newer one meanwhile. */
	void answer(UUID testId, UUID connectionId, Side side, SideTest answer) {
		this.jdbc.sql("""
				update connection_test set state = :state, answered_at = :at, problem = :problem, missing = :missing
				where connection_id = :connection and side = :side and test_id = :test
				""")
			.param("state", answer.state().name())
			.param("at", (answer.at() != null) ? answer.at().atOffset(ZoneOffset.UTC) : null,
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("problem", answer.problem())
			.param("missing", String.join(",", answer.missing()))
			.param("connection", connectionId)
			.param("side", side.name())
			.param("test", testId)
			.update();
	}

	/** The tests of some connections; those without one are left out. */
	Map<UUID, ConnectionTest> of(Collection<UUID> connectionIds) {
		Map<UUID, Map<Side, SideTest>> found = new HashMap<>();
		this.jdbc.sql("select * from connection_test where connection_id = any (?)")
			.param(connectionIds.toArray(UUID[]::new))
			.query((row) -> {
				found.computeIfAbsent(row.getObject("connection_id", UUID.class), (id) -> new EnumMap<>(Side.class))
					.put(Side.valueOf(row.getString("side")), test(row));
			});
		Map<UUID, ConnectionTest> tests = new HashMap<>();
		found.forEach((id, sides) -> tests.put(id, new ConnectionTest(sides.getOrDefault(Side.ASHBY, SideTest.NONE),
				sides.getOrDefault(Side.PROVIDER, SideTest.NONE))));
		return tests;
	}

	void forget(UUID connectionId) {
		this.jdbc.sql("delete from connection_test where connection_id = ?").param(connectionId).update();
	}

	private static SideTest test(ResultSet row) throws SQLException {
		OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
		String missing = row.getString("missing");
		return new SideTest(SideTest.State.valueOf(row.getString("state")), instant(at), row.getString("problem"),
				missing.isEmpty() ? List.of() : List.of(missing.split(",")));
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
		return (at != null) ? at.toInstant() : null;
	}

	/**
	 * A test as its answers meet it.
	 *
	 * @param testId its identity
	 * @param credentialsVersion version of the side's credentials that are tested
	 * @param askedAt when it was asked for
	 * @param runs whether it was not answered yet
	 * @param told whether it is known that it takes longer
	 */
	record Running(UUID testId, long credentialsVersion, Instant askedAt, boolean runs, boolean told) {

	}

}
