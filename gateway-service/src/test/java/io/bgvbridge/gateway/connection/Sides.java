package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Both sides of connections, as the services see them.
 */
@Component
public class Sides {

	private final ConnectionObservedListener listener;

	private final AshbyTest ashby;

	private final TransactionOperations transactions;

	private final JdbcClient jdbc;

	Sides(ConnectionObservedListener listener, AshbyTest ashby, TransactionOperations transactions, JdbcClient jdbc) {
		this.listener = listener;
		this.ashby = ashby;
		this.transactions = transactions;
		this.jdbc = jdbc;
	}

	/** Both sides work. */
	public void work(UUID connectionId) {
		observe(connectionId, ConnectionSide.ASHBY, 1, Observation.REACHABLE, null);
		observe(connectionId, ConnectionSide.PROVIDER, 1, Observation.REACHABLE, null);
	}

	void observe(UUID connectionId, ConnectionSide side, long version, Observation observation, @Nullable UUID testId) {
		this.listener.on(ConnectionObserved.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(Instant.now())
			.setConnectionId(connectionId)
			.setCredentialsVersion(version)
			.setSide(side)
			.setObservation(observation)
			.setTestId(testId)
			.build());
	}

	/** The worker, doing what it would do for a test. */
	Outcome testAshby(UUID connectionId) {
		Outcome outcome = this.ashby
			.handle(new WorkItem(connectionId, "test-ashby", connectionId, "ashby", 1, 0, UUID.randomUUID(), 1, null));
		this.transactions.executeWithoutResult((status) -> outcome.recording().run());
		return outcome;
	}

	UUID testId(UUID connectionId) {
		return this.jdbc.sql("select distinct test_id from connection_test where connection_id = ?")
			.param(connectionId)
			.query(UUID.class)
			.single();
	}

}
