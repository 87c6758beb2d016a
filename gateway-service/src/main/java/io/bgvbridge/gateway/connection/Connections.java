package io.bgvbridge.gateway.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.messaging.inbox.Inbox;
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

	private final ConnectionStore store;

	private final SecretStore secrets;

	private final SigningSecretStore signing;

	private final ConnectionPublisher publisher;

	private final Inbox inbox;

	Connections(ConnectionStore store, SecretStore secrets, SigningSecretStore signing, ConnectionPublisher publisher,
			Inbox inbox) {
		this.store = store;
		this.secrets = secrets;
		this.signing = signing;
		this.publisher = publisher;
		this.inbox = inbox;
	}

	@Transactional
	Connected connect(Connect command) {
		UUID connectionId = Generators.timeBasedEpochRandomGenerator().generate();
		Connection connection = Connection.made(connectionId, command);
		String token = BearerSecret.issue(BearerSecret.PARTNER_TOKEN);
		String secret = BearerSecret.issue(BearerSecret.CALLBACK_SECRET);
		this.store.insert(connection, this.secrets.seal(connectionId, command.credentials()), SecretHashes.of(token),
				SecretHashes.of(secret));
		if (command.webhookSecret() != null) {
			this.signing.replaceWebhooks(connectionId, SigningSecrets.of(command.webhookSecret()));
		}
		if (command.signingSecret() != null) {
			this.signing.replaceCallbacks(connectionId, SigningSecrets.of(command.signingSecret()));
		}
		this.publisher.changed(connection, command.credentials());
		log.info("connection.made connection={} provider={}", connectionId, connection.provider().code());
		// Nobody is told the secret of a provider that signs instead.
		return new Connected(connection, token,
				(connection.provider().proof() instanceof Proof.Bearer) ? secret : null);
	}

	@Transactional
	void observe(Observed observed) {
		if (this.inbox.take(observed.eventId())) {
			this.store.lock(observed.connectionId())
				.ifPresent((connection) -> move(connection, connection.after(observed)));
		}
	}

	private void move(Connection present, Connection next) {
		this.store.update(next);
		if (next.version() != present.version()) {
			this.publisher.changed(next, this.secrets.credentials(next.connectionId()));
			log.info("connection.moved connection={} status={} version={}", next.connectionId(), next.status(),
					next.version());
		}
	}

	/**
	 * Finds a connection.
	 * @param connectionId the connection
	 * @return empty if there is none
	 */
	public Optional<Connection> find(UUID connectionId) {
		return this.store.find(connectionId);
	}

	/**
	 * How the connection's organisation is reached at Ashby.
	 * @param connectionId the connection
	 * @return address and key
	 */
	public AshbyAccess ashbyAccess(UUID connectionId) {
		Credentials.Ashby ashby = this.secrets.credentials(connectionId).ashby();
		return new AshbyAccess(ashby.baseUrl(), ashby.apiKey());
	}

	/**
	 * The provider's own page of a check.
	 * @param connectionId the connection
	 * @param reference the provider's id of the order
	 * @return empty if nobody said where such pages are
	 */
	public Optional<String> portalPage(UUID connectionId, String reference) {
		String pattern = this.secrets.credentials(connectionId).provider().settings().get(AccountSettings.PORTAL_URL);
		return Optional.ofNullable(pattern)
			.map((page) -> page.replace("{reference}", URLEncoder.encode(reference, StandardCharsets.UTF_8)));
	}

}
