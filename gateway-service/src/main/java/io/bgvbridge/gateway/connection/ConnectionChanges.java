package io.bgvbridge.gateway.connection;

import java.util.UUID;
import java.util.function.UnaryOperator;

import io.bgvbridge.gateway.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operators change about a connection.
 */
@Component
public class ConnectionChanges {

	private static final Logger log = LoggerFactory.getLogger(ConnectionChanges.class);

	private final ConnectionStore store;

	private final SecretStore secrets;

	private final SecretChanges signing;

	private final ConnectionPublisher publisher;

	private final Audit audit;

	ConnectionChanges(ConnectionStore store, SecretStore secrets, SecretChanges signing, ConnectionPublisher publisher,
			Audit audit) {
		this.store = store;
		this.secrets = secrets;
		this.signing = signing;
		this.publisher = publisher;
		this.audit = audit;
	}

	@Transactional
	void change(UUID connectionId, ConnectionChange change, String operator) {
		Connection present = present(connectionId);
		Credentials before = this.secrets.credentials(connectionId);
		Credentials credentials = before.with(change.ashbyKey(), change.account());
		this.secrets.replaceCredentials(connectionId, credentials);
		this.signing.webhooks(connectionId, change);
		this.signing.callbacks(present, before, credentials, change);
		Connection next = present.after(change);
		this.store.update(next);
		this.publisher.changed(next, credentials);
		this.audit.changed(operator, "connection.change", connectionId.toString());
		log.info(
				"connection.changed connection={} status={} version={} ashbyKey={} providerToken={} settings={}"
						+ " webhookSecret={} signingSecret={}",
				connectionId, next.status(), next.version(), change.ashbyKey() != null,
				change.account().token() != null, change.account().settings().keySet(), change.webhookSecret().given(),
				change.account().signingSecret().given());
	}

	/**
	 * Switches a connection off.
	 * @param connectionId the connection
	 * @param operator who asks
	 */
	@Transactional
	public void disable(UUID connectionId, String operator) {
		this.audit.changed(operator, "connection.disable", connectionId.toString());
		move(connectionId, Connection::disabled);
	}

	/**
	 * Switches a connection on.
	 * @param connectionId the connection
	 * @param operator who asks
	 */
	@Transactional
	public void enable(UUID connectionId, String operator) {
		this.audit.changed(operator, "connection.enable", connectionId.toString());
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
