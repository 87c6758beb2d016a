package io.bgvbridge.sync.connection;

import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.work.Budgets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ashby sides that were stopped because Ashby refused the key.
 */
@Component
class AshbyStops {

	private static final Logger log = LoggerFactory.getLogger(AshbyStops.class);

	private final Inbox inbox;

	private final ConnectionStore store;

	private final Budgets budgets;

	private final TransactionOperations transaction;

	AshbyStops(Inbox inbox, ConnectionStore store, Budgets budgets, TransactionOperations transaction) {
		this.inbox = inbox;
		this.store = store;
		this.budgets = budgets;
		this.transaction = transaction;
	}

	/**
	 * Lets the work of a connection go on: a permission may have been granted to the same
	 * key. Rows are locked in the order of a change: the connection, then its budget.
	 */
	void lift(UUID eventId, UUID connectionId) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.inbox.take(eventId)) {
				this.store.resumed(connectionId);
				this.budgets.resume(connectionId, AshbyConnections.SIDE);
				log.info("ashby.resumed connectionId={}", connectionId);
			}
		});
	}

}
