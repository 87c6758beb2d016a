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
 * @param ashby what is known of the Ashby organisation
 * @param account what is known of the provider account
 * @param setup what the operator chose
 */
public record Connection(UUID connectionId, String name, Status status, Provider provider, long version, Seen ashby,
		Seen account, Setup setup) {

	static Connection made(UUID connectionId, Connect command) {
		return new Connection(connectionId, command.name(), Status.TESTING, command.provider(), 1, Seen.NOTHING,
				Seen.NOTHING, command.setup());
	}

	/**
	 * Whether checks may be started over it.
	 * @return false if it is switched off
	 */
	public boolean takesOrders() {
		return this.status.followsObservations();
	}

	/**
	 * The connection after an observation.
	 * @param observed an observation of this connection
	 * @return the same if the observation is about older credentials; a new version if
	 * the status changed
	 */
	Connection after(Observed observed) {
		Seen next = new Seen(observed.credentialsVersion(), observed.observation());
		return switch (observed.side()) {
			case ASHBY -> (next.credentials() != this.ashby.credentials()) ? this : new Connection(this.connectionId,
					this.name, this.status, this.provider, this.version, next, this.account, this.setup);
			case PROVIDER -> (next.credentials() != this.account.credentials()) ? this
					: with(this.status.followsObservations() ? next.status() : this.status, next);
		};
	}

	private Connection with(Status next, Seen seen) {
		return new Connection(this.connectionId, this.name, next, this.provider,
				(next != this.status) ? this.version + 1 : this.version, this.ashby, seen, this.setup);
	}

	/**
	 * The connection after an operator's change, as a new version. Newer credentials of
	 * the provider lift what the older ones caused.
	 */
	Connection after(ConnectionChange change) {
		boolean renewed = change.account().renewsCredentials();
		boolean lifted = renewed && this.status == Status.FAILED;
		return new Connection(this.connectionId, (change.name() != null) ? change.name() : this.name,
				lifted ? Status.TESTING : this.status, this.provider, this.version + 1,
				(change.ashbyKey() != null) ? this.ashby.renewed() : this.ashby,
				renewed ? this.account.renewed() : this.account, change.setup(this.setup));
	}

	/** The connection switched off, as a new version. */
	Connection disabled() {
		return (this.status == Status.DISABLED) ? this : with(Status.DISABLED, this.account);
	}

	/** The connection switched on, as a new version, as what was last seen says. */
	Connection enabled() {
		return (this.status == Status.DISABLED) ? with(this.account.status(), this.account) : this;
	}

	/**
	 * What an operator should mend.
	 * @return a sentence; null if nothing is known to be wrong
	 */
	public @Nullable String problem() {
		if (this.account.observation() == Observation.UNAUTHORIZED) {
			return this.provider.label() + " refused the API token: it is wrong, or it has expired."
					+ " Make a new one in its portal.";
		}
		if (this.account.observation() == Observation.REJECTED) {
			return this.provider.label() + " answered but refused the request."
					+ " Ask its support whether the account may use the API.";
		}
		if (this.ashby.observation() == Observation.UNAUTHORIZED) {
			return "Ashby refused the API key: it is wrong, was deactivated, or lacks the permission to"
					+ " read and write candidates.";
		}
		return (this.ashby.observation() == Observation.REJECTED) ? "Ashby answered but refused the request." : null;
	}

}
