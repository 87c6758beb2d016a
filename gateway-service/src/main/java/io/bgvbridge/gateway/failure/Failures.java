package io.bgvbridge.gateway.failure;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that waits for somebody.
 */
@Component
public final class Failures {

	private final JdbcClient jdbc;

	private final Connections connections;

	Failures(JdbcClient jdbc, Connections connections) {
		this.jdbc = jdbc;
		this.connections = connections;
	}

	/**
	 * How much there is.
	 * @return a number of checks, connections and dead letters
	 */
	public long count() {
		return this.jdbc.sql(Failing.COUNT).query(Long.class).single();
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
		return this.jdbc.sql(Failing.SELECT)
			.param("since", cursor.since().atOffset(ZoneOffset.UTC))
			.param("id", cursor.id())
			.param("service", cursor.service())
			.param("limit", limit)
			.query(Failing::of)
			.list()
			.stream()
			.map((failing) -> failing.with(todo(failing)))
			.toList();
	}

	private String todo(Failing failing) {
		return switch (failing.what()) {
			case Failure.CONNECTION -> mend(failing.id());
			case Failure.DEAD_LETTER -> Advice.ofLetter(failing);
			default -> Advice.of(failing);
		};
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
