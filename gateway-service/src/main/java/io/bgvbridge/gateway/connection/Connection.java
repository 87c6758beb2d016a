package io.bgvbridge.gateway.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One Ashby organisation joined to one provider account, without its secrets.
 *
 * @param connectionId its identity
 * @param name the operator's name for it
 * @param status where it stands
 * @param provider the provider
 * @param version counts its changes
 * @param ashbyVersion version of the Ashby credentials
 * @param providerVersion version of the provider's credentials
 * @param ashbyObservation what was last seen of Ashby; null if nothing yet
 * @param providerObservation what was last seen of the provider; null if nothing yet
 */
public record Connection(UUID connectionId, String name, Status status, Provider provider, long version,
		long ashbyVersion, long providerVersion, @Nullable Observation ashbyObservation,
		@Nullable Observation providerObservation) {

	static Connection made(UUID connectionId, String name, Provider provider) {
		return new Connection(connectionId, name, Status.TESTING, provider, 1, 1, 1, null, null);
	}

	/**
	 * The connection after an observation.
	 * @param observed an observation of this connection
	 * @return the same if the observation is about older credentials; a new version if
	 * the status changed
	 */
	Connection after(Observed observed) {
		return switch (observed.side()) {
			case ASHBY -> (observed.credentialsVersion() != this.ashbyVersion) ? this
					: new Connection(this.connectionId, this.name, this.status, this.provider, this.version,
							this.ashbyVersion, this.providerVersion, observed.observation(), this.providerObservation);
			case PROVIDER ->
				(observed.credentialsVersion() != this.providerVersion) ? this : afterProvider(observed.observation());
		};
	}

	private Connection afterProvider(Observation observation) {
		Status next = this.status.followsObservations() ? observation.status() : this.status;
		return new Connection(this.connectionId, this.name, next, this.provider,
				(next != this.status) ? this.version + 1 : this.version, this.ashbyVersion, this.providerVersion,
				this.ashbyObservation, observation);
	}

	/**
	 * What an operator should mend.
	 * @return a sentence; null if nothing is known to be wrong
	 */
	@Nullable String problem() {
		if (this.providerObservation == Observation.UNAUTHORIZED) {
			return this.provider.label() + " refused the API token: it is wrong, or it has expired."
					+ " Make a new one in its portal.";
		}
		if (this.providerObservation == Observation.REJECTED) {
			return this.provider.label() + " answered but refused the request."
					+ " Ask its support whether the account may use the API.";
		}
		if (this.ashbyObservation == Observation.UNAUTHORIZED) {
			return "Ashby refused the API key: it is wrong, was deactivated, or lacks the permission to"
					+ " read and write candidates.";
		}
		return (this.ashbyObservation == Observation.REJECTED) ? "Ashby answered but refused the request." : null;
	}

}
