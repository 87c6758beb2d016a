package io.bgvbridge.verification.connection;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Providers;

import org.springframework.stereotype.Component;

/**
 * Lists what can be ordered over a connection, when its credentials change and every
 * hour; which also tells whether the provider accepts them.
 */
@Component
class ListPackages implements WorkHandler {

	static final String KIND = "list-packages";

	private final Connections connections;

	private final Providers providers;

	private final VendorCalls calls;

	private final ConnectionPublisher publisher;

	private final ConnectionProperties properties;

	ListPackages(Connections connections, Providers providers, VendorCalls calls, ConnectionPublisher publisher,
			ConnectionProperties properties) {
		this.connections = connections;
		this.providers = providers;
		this.calls = calls;
		this.publisher = publisher;
		this.properties = properties;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		try {
			Catalogue catalogue = this.calls.call(item.connectionId(), item.side(),
					() -> this.providers.get(this.connections.provider(item.connectionId()))
						.catalogue(this.connections.providerAccess(item.connectionId())));
			return new Outcome.Later(() -> {
				this.publisher.listed(item.connectionId(), catalogue);
				this.publisher.reachable(item.connectionId(), item.side(), item.credentialsVersion());
			}, this.properties.packagesEvery());
		}
		catch (Rejected | Unintelligible ex) {
			return new Outcome.Later(
					() -> this.publisher.rejected(item.connectionId(), item.side(), item.credentialsVersion()),
					this.properties.packagesEvery());
		}
	}

}
