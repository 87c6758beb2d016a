package io.bgvbridge.verification.connection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.work.WorkItem;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is seen of the sides of connections, told with the test that it answers. All runs
 * in the caller's transaction.
 */
@Component
public class Sightings {

	private final JdbcClient jdbc;

	private final ConnectionPublisher publisher;

	Sightings(JdbcClient jdbc, ConnectionPublisher publisher) {
		this.jdbc = jdbc;
		this.publisher = publisher;
	}

	/**
	 * The next sighting of the provider answers this test, unless a newer one is known.
	 */
	void await(UUID connectionId, UUID testId, Instant askedAt) {
		this.jdbc
			.sql("""
					insert into provider_sighting as known (connection_id, test_id, asked_at) values (:connection, :test, :at)
					on conflict (connection_id) do update set test_id = excluded.test_id, asked_at = excluded.asked_at,
						answered_version = null
					where known.asked_at is null or known.asked_at <= excluded.asked_at
					""")
			.param("connection", connectionId)
			.param("test", testId)
			.param("at", Timestamp.from(askedAt))
			.update();
	}

	/** The provider listed what can be ordered. */
	void reachable(WorkItem item) {
		answered(item.connectionId());
		this.jdbc
			.sql("update provider_sighting set reachable_version = greatest(reachable_version, ?)"
					+ " where connection_id = ?")
			.params(item.credentialsVersion(), item.connectionId())
			.update();
		this.publisher.reachable(item, test(item));
	}

	/** The provider understood, and refused to list. */
	void rejected(WorkItem item) {
		answered(item.connectionId());
		this.publisher.rejected(item, test(item));
	}

	/** Whatever answered is not the provider's API. */
	void unintelligible(WorkItem item) {
		answered(item.connectionId());
		this.publisher.unintelligible(item, test(item));
	}

	/**
	 * A side refused its credentials and is stopped.
	 * @param item the work that was refused
	 */
	public void unauthorized(WorkItem item) {
		if (item.side().equals(Connections.PROVIDER)) {
			answered(item.connectionId());
			this.publisher.unauthorized(item, test(item));
		}
		else {
			this.publisher.unauthorized(item, null);
		}
	}

	/**
	 * The provider did not answer. Told if that answers a test, and else once in an
	 * outage of a provider that these credentials never reached: whoever waits for a new
	 * connection is to see why, and an outage of one in use shows at its checks.
	 */
	void unreachable(WorkItem item) {
		know(item.connectionId());
		boolean news = this.jdbc.sql("""
				update provider_sighting set unreachable_version = :version
				where connection_id = :connection and reachable_version < :version and unreachable_version < :version
				""").param("version", item.credentialsVersion()).param("connection", item.connectionId()).update() == 1;
		UUID test = test(item);
		if (news || test != null) {
			this.publisher.unreachable(item, test);
		}
	}

	/** Whoever answers ends an outage. */
	private void answered(UUID connectionId) {
		know(connectionId);
		this.jdbc.sql("update provider_sighting set unreachable_version = 0 where connection_id = ?")
			.param(connectionId)
			.update();
	}

	private void know(UUID connectionId) {
		this.jdbc.sql("insert into provider_sighting (connection_id) values (?) on conflict do nothing")
			.param(connectionId)
			.update();
	}

	/**
	 * The test that a sighting with these credentials answers. The test may have come
	 * before the credentials that are to be tested, so that newer ones answer it again.
	 */
	private @Nullable UUID test(WorkItem item) {
		return this.jdbc.sql("""
				update provider_sighting set answered_version = :version
				where connection_id = :connection and test_id is not null
					and (answered_version is null or answered_version < :version)
				returning test_id
				""")
			.param("version", item.credentialsVersion())
			.param("connection", item.connectionId())
			.query(UUID.class)
			.optional()
			.orElse(null);
	}

}
