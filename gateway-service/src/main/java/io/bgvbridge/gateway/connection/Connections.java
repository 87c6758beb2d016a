package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.gateway.connection.ConnectionStore.ConnectionRow;
import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.sealing.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The connections: how they come to be, and how they move with what is seen of them.
 */
@Component
public class Connections {

	private static final Logger log = LoggerFactory.getLogger(Connections.class);

	private static final String PLACE = "connection";

	private final ConnectionStore store;

	private final ConnectionPublisher publisher;

	private final Sealing sealing;

	private final Inbox inbox;

	Connections(ConnectionStore store, ConnectionPublisher publisher, Sealing sealing, Inbox inbox) {
		this.store = store;
		this.publisher = publisher;
		this.sealing = sealing;
		this.inbox = inbox;
	}

	@Transactional
	Connected connect(Connect command) {
		Connection connection = Connection.made(Generators.timeBasedEpochRandomGenerator().generate(), command.name(),
				command.provider());
		String token = BearerSecret.issue(BearerSecret.PARTNER_TOKEN);
		String secret = BearerSecret.issue(BearerSecret.CALLBACK_SECRET);
		byte[] sealed = this.sealing.seal(PLACE, connection.connectionId().toString(), command.credentials().bytes());
		this.store.insert(new ConnectionRow(connection, sealed, BearerSecret.hash(token), BearerSecret.hash(secret)));
		this.publisher.changed(connection, command.credentials());
		log.info("connection.made connection={} provider={}", connection.connectionId(), connection.provider().code());
		return new Connected(connection, token, secret);
	}

	@Transactional
	void observe(Observed observed) {
		if (this.inbox.take(observed.eventId())) {
			this.store.lock(observed.connectionId()).ifPresent((row) -> move(row, row.connection().after(observed)));
		}
	}

	private void move(ConnectionRow row, Connection next) {
		this.store.update(next);
		if (next.version() != row.connection().version()) {
			this.publisher.changed(next, open(row));
			log.info("connection.moved connection={} status={} version={}", next.connectionId(), next.status(),
					next.version());
		}
	}

	/**
	 * Finds the connection that a partner token stands for.
	 * @param shown what the caller showed, each of which may be the token
	 * @return empty if no connection in use has such a token
	 */
	public Optional<Connection> withToken(List<String> shown) {
		List<String> candidates = shown.stream()
			.filter((token) -> BearerSecret.wellFormed(BearerSecret.PARTNER_TOKEN, token))
			.toList();
		if (candidates.isEmpty()) {
			return Optional.empty();
		}
		return this.store.withToken(candidates.stream().map(BearerSecret::hash).toList())
			.stream()
			.filter((row) -> candidates.stream().anyMatch((token) -> BearerSecret.matches(token, row.tokenHash())))
			.map(ConnectionRow::connection)
			.filter((connection) -> connection.status() != Status.DISABLED && connection.status() != Status.DELETED)
			.findFirst();
	}

	/**
	 * Finds the connection that a provider calls back for. A connection that is switched
	 * off still listens: what was ordered goes on.
	 * @param connectionId the connection that the provider names
	 * @param provider the provider
	 * @param secret what the provider showed
	 * @return empty if there is no such connection or the secret is not its own
	 */
	public Optional<Connection> withCallbackSecret(UUID connectionId, Provider provider, String secret) {
		if (!BearerSecret.wellFormed(BearerSecret.CALLBACK_SECRET, secret)) {
			return Optional.empty();
		}
		return this.store.find(connectionId)
			.filter((row) -> BearerSecret.matches(secret, row.callbackSecretHash()))
			.map(ConnectionRow::connection)
			.filter((connection) -> connection.provider() == provider && connection.status() != Status.DELETED);
	}

	/**
	 * How the connection's organisation is reached at Ashby.
	 * @param connectionId the connection
	 * @return address and key
	 */
	public AshbyAccess ashbyAccess(UUID connectionId) {
		Credentials.Ashby ashby = open(this.store.find(connectionId).orElseThrow()).ashby();
		return new AshbyAccess(ashby.baseUrl(), ashby.apiKey());
	}

	private Credentials open(ConnectionRow row) {
		String key = row.connection().connectionId().toString();
		return Credentials.read(this.sealing.open(PLACE, key, row.sealedCredentials()));
	}

}
