package io.bgvbridge.gateway.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When each side of a connection was last heard of, to the half minute: callers are many,
 * and none may fail because of it.
 */
@Component
public final class Contacts {

	private static final Logger log = LoggerFactory.getLogger(Contacts.class);

	private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(30);

	private final Map<String, Instant> written = new ConcurrentHashMap<>();

	private final JdbcClient jdbc;

	Contacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void ashbyCalled(Connection connection) {
		keep(connection.connectionId(), "ashby_at");
	}

	void providerCalled(Connection connection) {
		keep(connection.connectionId(), "provider_at");
	}

	/**
	 * When each side was last heard of.
	 * @param connectionId the connection
	 * @return nulls for never
	 */
	public Contact of(UUID connectionId) {
		return this.jdbc.sql("""
				select (select ashby_at from contact where connection_id = :id) as ashby_at,
					(select provider_at from contact where connection_id = :id) as provider_at,
					(select max(d.delivered_at) from delivery d where d.assessment_id in
						(select assessment_id from assessment where connection_id = :id
							order by assessment_id desc limit 100)) as updated_at
				""")
			.param("id", connectionId)
			.query((row, number) -> new Contact(at(row, "ashby_at"), at(row, "provider_at"), at(row, "updated_at")))
			.single();
	}

	private void keep(UUID connectionId, String column) {
		Instant now = Instant.now();
		String key = column + connectionId;
		Instant last = this.written.get(key);
		if (last != null && last.isAfter(now.minus(OFTEN_ENOUGH))) {
			return;
		}
		try {
			this.jdbc
				.sql("insert into contact (connection_id, " + column + ") values (?, now())"
						+ " on conflict (connection_id) do update set " + column + " = excluded." + column)
				.param(connectionId)
				.update();
			this.written.put(key, now);
		}
		catch (DataAccessException ex) {
			log.warn("contact.lost connection={} failure={}", connectionId, ex.getClass().getSimpleName());
		}
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return (at != null) ? at.toInstant() : null;
	}

	/**
	 * When each side was last heard of.
	 *
	 * @param ashbyAt Ashby's last call with the connection's token; null for none
	 * @param providerAt the provider's last callback; null for none
	 * @param updatedAt when Ashby last took an update of one of the newest checks; null
	 * for none
	 */
	public record Contact(@Nullable Instant ashbyAt, @Nullable Instant providerAt, @Nullable Instant updatedAt) {

	}

}
