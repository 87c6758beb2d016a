package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.messaging.work.Budget;
import io.bgvbridge.messaging.work.Budgets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The versions of connections: each is written down and published in one transaction, the
 * caller's.
 */
@Component
final class Versions {

	private static final Logger log = LoggerFactory.getLogger(Versions.class);

	/** Tests only; recruiters' starts do not wait for a budget. */
	private static final Duration SPACING = Duration.ofMillis(200);

	private final ConnectionStore store;

	private final SecretStore secrets;

	private final ConnectionPublisher publisher;

	private final Budgets budgets;

	Versions(ConnectionStore store, SecretStore secrets, ConnectionPublisher publisher, Budgets budgets) {
		this.store = store;
		this.secrets = secrets;
		this.publisher = publisher;
		this.budgets = budgets;
	}

	/**
	 * Keeps the row from being changed by others until the transaction ends.
	 * @throws UnknownConnection if there is none
	 * @throws DeletedConnection if it was deleted
	 */
	Connection lock(UUID connectionId) {
		Connection present = this.store.lock(connectionId).orElseThrow(UnknownConnection::new);
		if (present.status() == Status.DELETED) {
			throw new DeletedConnection();
		}
		return present;
	}

	/** Publishes a new connection's first version; its row is there. */
	void first(Connection made, Credentials credentials) {
		budget(made);
		this.publisher.changed(made, credentials);
		log.info("connection.made connection={} provider={}", made.connectionId(), made.provider().code());
	}

	/**
	 * Takes what was seen of a locked connection, and publishes if that is a new version.
	 */
	void next(Connection present, Connection next) {
		this.store.update(next);
		if (next.version() != present.version()) {
			budget(next);
			this.publisher.changed(next, this.secrets.credentials(next.connectionId()));
			log.info("connection.moved connection={} status={} version={}", next.connectionId(), next.status(),
					next.version());
		}
	}

	/** Publishes the last version of a locked connection, without anything secret. */
	void last(Connection deleted) {
		this.store.update(deleted);
		this.store.strip(deleted.connectionId());
		budget(deleted);
		this.publisher.deleted(deleted);
		log.info("connection.deleted connection={} version={}", deleted.connectionId(), deleted.version());
	}

	private void budget(Connection connection) {
		this.budgets.set(new Budget(connection.connectionId(), AshbyTest.SIDE, connection.status().isWorking(),
				connection.ashby().credentials(), 1, SPACING));
	}

}
