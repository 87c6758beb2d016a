package io.bgvbridge.gateway.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The connections, and how their sides are reached.
 */
@Component
public class Connections {

	private static final Logger log = LoggerFactory.getLogger(Connections.class);

	private static final UUID FIRST = new UUID(0, 0);

	private static final int BATCH = 20;

	private final ConnectionStore store;

	private final SecretStore secrets;

	private final Versions versions;

	private final TransactionOperations transactions;

	Connections(ConnectionStore store, SecretStore secrets, Versions versions, TransactionOperations transactions) {
		this.store = store;
		this.secrets = secrets;
		this.versions = versions;
		this.transactions = transactions;
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
		return this.secrets.find(connectionId)
			.map((credentials) -> credentials.provider().settings().get(AccountSettings.PORTAL_URL))
			.map((page) -> page.replace("{reference}", URLEncoder.encode(reference, StandardCharsets.UTF_8)));
	}

	/**
	 * Publishes every connection that is not deleted as a new version, sealed with the
	 * primary key of now. A few at a time, each few in a transaction of their own; to do
	 * it twice is harmless.
	 */
	public void publishAgain() {
		List<UUID> batch = this.store.after(FIRST, BATCH);
		long published = 0;
		while (!batch.isEmpty()) {
			List<UUID> few = batch;
			this.transactions.executeWithoutResult((status) -> few.forEach(this::publishAgain));
			published += few.size();
			batch = this.store.after(few.getLast(), BATCH);
		}
		log.info("connections.published-again connections={}", published);
	}

	private void publishAgain(UUID connectionId) {
		this.store.lock(connectionId)
			.filter((present) -> present.status() != Status.DELETED)
			.ifPresent((present) -> this.versions.next(present, present.again()));
	}

}
