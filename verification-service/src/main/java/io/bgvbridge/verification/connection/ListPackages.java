package io.bgvbridge.verification.connection;

import java.util.Set;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
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

	/** Every vendor has this list, so that an address without it is not the vendor's. */
	private static final Set<String> NO_SUCH_LIST = Set.of("404", "405");

	private final Connections connections;

	private final Providers providers;

	private final VendorCalls calls;

	private final ConnectionPublisher publisher;

	private final Sightings sightings;

	private final Demands demands;

	private final ConnectionProperties properties;

	ListPackages(Connections connections, Providers providers, VendorCalls calls, ConnectionPublisher publisher,
			Sightings sightings, Demands demands, ConnectionProperties properties) {
		this.connections = connections;
		this.providers = providers;
		this.calls = calls;
		this.publisher = publisher;
		this.sightings = sightings;
		this.demands = demands;
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
				this.demands.keep(item.connectionId(), catalogue.required());
				this.publisher.listed(item.connectionId(), catalogue);
				this.sightings.reachable(item);
			}, this.properties.packagesEvery());
		}
		catch (Rejected ex) {
			return new Outcome.Later(() -> refused(item, ex), this.properties.packagesEvery());
		}
		catch (Unintelligible ex) {
			return new Outcome.Later(() -> this.sightings.unintelligible(item), this.properties.packagesEvery());
		}
		catch (Unavailable ex) {
			return new Outcome.Failed(() -> this.sightings.unreachable(item), ex);
		}
	}

	private void refused(WorkItem item, Rejected refusal) {
		if (NO_SUCH_LIST.contains(refusal.code())) {
			this.sightings.unintelligible(item);
		}
		else {
			this.sightings.rejected(item);
		}
	}

}
