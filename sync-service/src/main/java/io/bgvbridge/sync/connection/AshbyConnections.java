package io.bgvbridge.sync.connection;

import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.work.Budget;
import io.bgvbridge.messaging.work.Budgets;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The Ashby side of every connection.
 */
@Component
public class AshbyConnections {

	/** The side's name in budgets and work. */
	public static final String SIDE = "ashby";

	private final ConnectionStore store;

	private final Budgets budgets;

	private final ConnectionObservedPublisher publisher;

	private final TransactionOperations transaction;

	private final AshbyProperties properties;

	AshbyConnections(ConnectionStore store, Budgets budgets, ConnectionObservedPublisher publisher,
			TransactionOperations transaction, AshbyProperties properties) {
		this.store = store;
		this.budgets = budgets;
		this.publisher = publisher;
		this.transaction = transaction;
		this.properties = properties;
	}

	void take(ConnectionChange change) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.store.take(change)) {
				this.budgets.set(new Budget(change.connectionId(), SIDE, change.enabled(), change.credentialsVersion(),
						this.properties.inFlight(), this.properties.spacing()));
			}
		});
	}

	/**
	 * Work of a connection that is unknown or deleted is not claimed; a claim from before
	 * the deletion ends here, with nothing sent.
	 */
	AshbyAccess access(UUID connectionId) {
		AshbyAccess access = this.store.access(connectionId);
		if (access == null) {
			throw new Unavailable("connection without credentials", Sent.NO, null, null);
		}
		return access;
	}

	/**
	 * What the organisation wants of how its Ashby is told.
	 * @param connectionId the connection
	 * @return its wishes; none if the connection is unknown or deleted
	 */
	public Wishes wishes(UUID connectionId) {
		return this.store.wishes(connectionId);
	}

	/**
	 * Ashby accepted a call. Called in the transaction that records it; tells the world
	 * once for each version of the credentials, and once more after each stop that was
	 * lifted.
	 * @param connectionId the connection
	 * @param credentialsVersion the version that was used
	 */
	public void reached(UUID connectionId, long credentialsVersion) {
		if (this.store.reached(connectionId, credentialsVersion)) {
			this.publisher.reachable(connectionId, credentialsVersion);
		}
	}

	/**
	 * Ashby refused the credentials. Called in the transaction that stops the work.
	 * @param connectionId the connection
	 * @param credentialsVersion the version that was used
	 */
	public void refused(UUID connectionId, long credentialsVersion) {
		this.publisher.unauthorized(connectionId, credentialsVersion);
	}

}
