package io.bgvbridge.gateway.connection;

import java.util.UUID;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operators change about a connection.
 */
@Component
class ConnectionChanges {

	private static final Logger log = LoggerFactory.getLogger(ConnectionChanges.class);

	private final ConnectionStore store;

	private final SecretStore secrets;

	private final ConnectionPublisher publisher;

	ConnectionChanges(ConnectionStore store, SecretStore secrets, ConnectionPublisher publisher) {
		this.store = store;
		this.secrets = secrets;
		this.publisher = publisher;
	}

	@Transactional
	void change(UUID connectionId, ConnectionChange change) {
		Connection present = present(connectionId);
		Credentials credentials = this.secrets.credentials(connectionId)
			.with(change.ashbyKey(), change.providerToken());
		this.secrets.replaceCredentials(connectionId, credentials);
		if (change.webhookSecret().given()) {
			replaceWebhookSecret(connectionId, change);
		}
		Connection next = present.after(change);
		this.store.update(next);
		this.publisher.changed(next, credentials);
		log.info("connection.changed connection={} status={} version={} ashbyKey={} providerToken={} webhookSecret={}",
				connectionId, next.status(), next.version(), change.ashbyKey() != null, change.providerToken() != null,
				change.webhookSecret().given());
	}

	private void replaceWebhookSecret(UUID connectionId, ConnectionChange change) {
		String secret = change.webhookSecret().value();
		this.secrets.replaceWebhookSecrets(connectionId,
				(secret == null) ? null
						: this.secrets.webhookSecrets(connectionId)
							.map((present) -> present.replacedBy(secret, change.overlap()))
							.orElseGet(() -> WebhookSecrets.of(secret)));
	}

	@Transactional
	void disable(UUID connectionId) {
		move(connectionId, Connection::disabled);
	}

	@Transactional
	void enable(UUID connectionId) {
		move(connectionId, Connection::enabled);
	}

	private void move(UUID connectionId, UnaryOperator<Connection> step) {
		Connection present = present(connectionId);
		Connection next = step.apply(present);
		if (next.version() != present.version()) {
			this.store.update(next);
			this.publisher.changed(next, this.secrets.credentials(connectionId));
			log.info("connection.moved connection={} status={} version={}", connectionId, next.status(),
					next.version());
		}
	}

	private Connection present(UUID connectionId) {
		return this.store.lock(connectionId)
			.filter((connection) -> connection.status() != Status.DELETED)
			.orElseThrow(UnknownConnection::new);
	}

}
