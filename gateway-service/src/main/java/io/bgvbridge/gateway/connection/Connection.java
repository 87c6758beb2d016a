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
	 * @return false if it is switched off or being deleted
	 */
	public boolean takesOrders() {
		return this.status.followsObservations();
	}

	/**
	 * Whether it is being deleted: what is open goes on, nothing new is offered.
	 * @return true until it is gone
	 */
	public boolean isEnding() {
		return this.status == Status.DRAINING;
	}

	/**
	 * The connection after an observation.
	 * @param observed an observation of this connection
	 * @return the same if the observation is about older credentials; a new version if
	 * the status changed
	 */
	Connection after(Observed observed) {
		return switch (observed.side()) {
			case ASHBY -> seen(this.ashby.after(observed), this.account);
			case PROVIDER -> seen(this.ashby, this.account.after(observed));
		};
	}

	/** A status that does not follow what is seen stays. */
	private Connection seen(Seen organisation, Seen provider) {
		Status next = this.status.followsObservations() ? status(this.status, organisation, provider) : this.status;
		return new Connection(this.connectionId, this.name, next, this.provider,
				(next != this.status) ? this.version + 1 : this.version, organisation, provider, this.setup);
	}

	/** One that is live stays so while it is tested. */
	private static Status status(Status before, Seen organisation, Seen provider) {
		if (organisation.fails() || provider.fails()) {
			return Status.FAILED;
		}
		boolean works = organisation.works() && provider.works();
		return (works || before == Status.LIVE) ? Status.LIVE : Status.TESTING;
	}

	private Connection with(Status next) {
		return new Connection(this.connectionId, this.name, next, this.provider, this.version + 1, this.ashby,
				this.account, this.setup);
	}

	/** The connection as it is, as a new version. */
	Connection again() {
		return with(this.status);
	}

	/**
	 * The connection after an operator's change, as a new version. Newer credentials lift
	 * what the older ones caused.
	 */
	Connection after(ConnectionChange change) {
		Connection renewed = seen(change.renewsAshby() ? this.ashby.renewed() : this.ashby,
				change.account().renewsCredentials() ? this.account.renewed() : this.account);
		return new Connection(this.connectionId, (change.name() != null) ? change.name() : this.name, renewed.status,
				this.provider, this.version + 1, renewed.ashby, renewed.account, change.setup(this.setup));
	}

	/** The connection switched off, as a new version. */
	Connection disabled() {
		return this.status.followsObservations() ? with(Status.DISABLED) : this;
	}

	/** The connection switched on, as a new version, as what was last seen says. */
	Connection enabled() {
		return (this.status == Status.DISABLED) ? with(status(Status.DISABLED, this.ashby, this.account)) : this;
	}

	/** The connection about to be deleted, as a new version. */
	Connection draining() {
		return (this.status == Status.DRAINING) ? this : with(Status.DRAINING);
	}

	/** The connection deleted, as a new version. */
	Connection deleted() {
		return new Connection(this.connectionId, this.name, Status.DELETED, this.provider, this.version + 1, this.ashby,
				this.account, Setup.NONE);
	}

	/**
	 * What an operator should mend.
	 * @return a sentence; null if nothing is known to be wrong
	 */
	public @Nullable String problem() {
		String account = (this.account.observation() != null) ? this.provider.problem(this.account.observation())
				: null;
		return (account != null) ? account : AshbyWords.problem(this.ashby);
	}

}
