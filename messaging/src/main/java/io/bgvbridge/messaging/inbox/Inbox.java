package io.bgvbridge.messaging.inbox;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Remembers which events a service has taken. Kafka delivers at least once; the effect of
 * an event happens once, because it shares its transaction with this memory.
 */
public final class Inbox {

	private final JdbcClient jdbc;

	/**
	 * Remembers in a database.
	 * @param jdbc the service's database
	 */
	public Inbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes an event. Must be called in the transaction of the event's effect; a second
	 * transaction with the same event waits for the first to end.
	 * @param eventId the event's identity
	 * @return false if the event was taken before, so that nothing more is to be done
	 */
	public boolean take(UUID eventId) {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(), "needs the effect's transaction");
		return this.jdbc.sql("insert into inbox (event_id) values (?) on conflict do nothing")
			.param(eventId)
			.update() == 1;
	}

	/**
	 * Whether an event was taken. Only a hint that saves work: what counts is
	 * {@link #take}.
	 * @param eventId the event's identity
	 * @return true if it was taken before
	 */
	public boolean hasTaken(UUID eventId) {
		return this.jdbc.sql("select exists (select 1 from inbox where event_id = ?)")
			.param(eventId)
			.query(Boolean.class)
			.single();
	}

}
