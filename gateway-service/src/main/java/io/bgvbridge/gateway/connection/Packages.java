package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be ordered over connections.
 */
@Component
public class Packages {

	private final PackageStore store;

	private final Inbox inbox;

	Packages(PackageStore store, Inbox inbox) {
		this.store = store;
		this.inbox = inbox;
	}

	/**
	 * Everything that the provider offers now.
	 * @param connectionId the connection
	 * @return by name
	 */
	public List<OrderablePackage> listed(UUID connectionId) {
		return this.store.listed(connectionId);
	}

	/**
	 * Finds a package, whether or not the provider still offers it.
	 * @param connectionId the connection
	 * @param assessmentTypeId what Ashby calls it
	 * @return empty if the connection never had it
	 */
	public Optional<OrderablePackage> find(UUID connectionId, UUID assessmentTypeId) {
		return this.store.find(connectionId, assessmentTypeId);
	}

	/**
	 * Finds a package that the provider offers now.
	 * @param connectionId the connection
	 * @param packageKey what the provider calls it
	 * @return empty if the provider does not offer it
	 */
	public Optional<OrderablePackage> listed(UUID connectionId, String packageKey) {
		return this.store.listed(connectionId, packageKey);
	}

	/**
	 * Whether the provider account is known to be unable to pay for another order.
	 * @param connectionId the connection
	 * @return false if it can, and if the provider does not tell
	 */
	public boolean isOutOfCredits(UUID connectionId) {
		return this.store.isOutOfCredits(connectionId);
	}

	/**
	 * Whether the provider's packages have ever been listed.
	 * @param connectionId the connection
	 * @return false for a new connection, until its provider has answered
	 */
	public boolean areKnown(UUID connectionId) {
		return this.store.areKnown(connectionId);
	}

	/**
	 * Whether an order needs the candidate's e-mail address.
	 * @param connection the connection
	 * @return what the account demands, where the provider tells; else what the provider
	 * demands of everybody
	 */
	public boolean needEmail(Connection connection) {
		Set<CandidateNeed> required = this.store.required(connection.connectionId());
		return required.isEmpty() ? connection.provider().demands(CandidateNeed.EMAIL)
				: required.contains(CandidateNeed.EMAIL);
	}

	/**
	 * Everything that the provider ever offered.
	 * @param connectionId the connection
	 * @return what it offers now first, each by name
	 */
	public List<OrderablePackage> all(UUID connectionId) {
		return this.store.all(connectionId);
	}

	@Transactional
	void replace(Listing listing) {
		if (this.inbox.take(listing.eventId()) && this.store.isNewer(listing)) {
			this.store.replace(listing);
		}
	}

}
