package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.audit.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends of connections. One that is asked to end starts nothing new, and ends when nothing
 * is under way any more.
 */
@Component
public class Deletions {

	private final Versions versions;

	private final TestStore tests;

	private final Audit audit;

	private final JdbcClient jdbc;

	Deletions(Versions versions, TestStore tests, Audit audit, JdbcClient jdbc) {
		this.versions = versions;
		this.tests = tests;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	/**
	 * Asks for an end; once more is harmless.
	 * @param connectionId the connection
	 * @param force whether every open check is to be cancelled
	 * @param operator who asks
	 * @throws org.springframework.web.server.ResponseStatusException if there is no such
	 * connection any more
	 */
	@Transactional
	public void ask(UUID connectionId, boolean force, String operator) {
		Connection present = this.versions.lock(connectionId);
		this.audit.changed(operator, force ? "connection.delete-forced" : "connection.delete", connectionId.toString());
		this.versions.next(present, present.draining());
		if (force) {
			this.jdbc.sql("update connection set drain_forced_by = ? where connection_id = ?")
				.params(operator, connectionId)
				.update();
		}
	}

	/**
	 * All connections that have been asked to end.
	 * @return in the order of their ids
	 */
	public List<Draining> asked() {
		return this.jdbc.sql("""
				select connection_id, drain_forced_by as forced_by from connection where status = 'DRAINING'
				order by connection_id
				""").query(Draining.class).list();
	}

	/**
	 * Ends a connection: nothing secret of it stays, here or with the services.
	 * @param connectionId the connection, which must be draining
	 */
	@Transactional
	public void end(UUID connectionId) {
		Connection present = this.versions.lock(connectionId);
		if (present.status() == Status.DRAINING) {
			this.versions.last(present.deleted());
			this.tests.forget(connectionId);
		}
	}

	/**
	 * A connection that has been asked to end.
	 *
	 * @param connectionId the connection
	 * @param forcedBy the operator who wants its open checks cancelled; null for nobody
	 */
	public record Draining(UUID connectionId, @Nullable String forcedBy) {

	}

}
