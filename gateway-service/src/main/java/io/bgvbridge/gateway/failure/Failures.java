package io.bgvbridge.gateway.failure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;
import io.bgvbridge.gateway.connection.Provider;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that waits for somebody.
 */
@Component
public final class Failures {

	private static final String SELECT = """
			select * from (
				select w.reported_at as since, w.assessment_id as id, w.service, true as verification, a.connection_id,
					c.provider, w.kind, w.reason, w.outcome
				from waiting w
				join assessment a using (assessment_id)
				join connection c using (connection_id)
				where w.outcome in ('PARKED', 'GIVEN_UP')
				union all
				select c.status_since, c.connection_id, '', false, c.connection_id, c.provider, '',
					coalesce(c.provider_observation, 'UNKNOWN'), c.status
				from connection c where c.status = 'FAILED'
			) failure
			where (since, id, service) < (:since, :id, :service)
			order by since desc, id desc, service desc
			limit :limit
			""";

	private final JdbcClient jdbc;

	private final Connections connections;

	Failures(JdbcClient jdbc, Connections connections) {
		this.jdbc = jdbc;
		this.connections = connections;
	}

	/**
	 * How much there is.
	 * @return a number of checks and connections
	 */
	public long count() {
		return this.jdbc.sql("""
				select (select count(*) from waiting where outcome in ('PARKED', 'GIVEN_UP'))
					+ (select count(*) from connection where status = 'FAILED')
				""").query(Long.class).single();
	}

	/**
	 * Some of it.
	 * @param cursor where the page before ended; null for the first
	 * @param limit how many at most
	 * @return newest first
	 */
	public Page page(@Nullable String cursor, int limit) {
		List<Failure> found = after((cursor != null) ? Cursor.of(cursor) : Cursor.START, limit + 1);
		boolean more = found.size() > limit;
		List<Failure> results = more ? found.subList(0, limit) : found;
		return new Page(results, more ? Cursor.after(results.getLast()).text() : null);
	}

	private List<Failure> after(Cursor cursor, int limit) {
		return this.jdbc.sql(SELECT)
			.param("since", cursor.since().atOffset(ZoneOffset.UTC))
			.param("id", cursor.id())
			.param("service", cursor.service())
			.param("limit", limit)
			.query(this::failure)
			.list();
	}

	private Failure failure(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		UUID connectionId = row.getObject("connection_id", UUID.class);
		String code = row.getString("provider");
		String reason = row.getString("reason");
		String outcome = row.getString("outcome");
		Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
		if (!row.getBoolean("verification")) {
			return new Failure("connection", connectionId, null, code, null, null, reason, outcome, since,
					mend(connectionId));
		}
		String service = row.getString("service");
		String kind = row.getString("kind");
		return new Failure("verification", connectionId, id, code, service, kind, reason, outcome, since,
				Advice.of(Provider.of(code).orElseThrow(), id, service, kind, reason));
	}

	private String mend(UUID connectionId) {
		String problem = this.connections.find(connectionId).map(Connection::problem).orElse(null);
		return ((problem != null) ? problem : "The connection does not work.")
				+ " Change it with PATCH /api/connections/" + connectionId + ".";
	}

	/**
	 * Some of what waits.
	 *
	 * @param results newest first
	 * @param next cursor of the page after this one; null if there is none
	 */
	public record Page(List<Failure> results, @Nullable String next) {

	}

}
