package io.bgvbridge.verification;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.verification.SweepStore.Sweep;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Page;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Makes up for callbacks that were lost. Where the provider has a list, sweeps over it,
 * one page at a time, and has each order read again of which it says something new; ends
 * as soon as every open order was seen, so that its cost grows with pages and changes and
 * not with checks. Where it has none, quiet orders are read one by one, or told to
 * operators.
 */
@Component
@EnableConfigurationProperties(ReconcileProperties.class)
class Reconcile implements WorkHandler {

	private static final Logger log = LoggerFactory.getLogger(Reconcile.class);

	private final SweepStore sweeps;

	private final QuietOrders quiet;

	private final Verifications verifications;

	private final Connections connections;

	private final Providers providers;

	private final VendorCalls calls;

	private final Duration every;

	Reconcile(SweepStore sweeps, QuietOrders quiet, Verifications verifications, Connections connections,
			Providers providers, VendorCalls calls, ReconcileProperties properties) {
		this.sweeps = sweeps;
		this.quiet = quiet;
		this.verifications = verifications;
		this.connections = connections;
		this.providers = providers;
		this.calls = calls;
		this.every = properties.every();
	}

	@Override
	public String kind() {
		return Connections.RECONCILE;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Provider provider = this.providers.get(this.connections.provider(item.connectionId()));
		if (provider.can(Capability.LIST)) {
			return sweep(item, provider);
		}
		return new Outcome.Later(() -> {
			if (provider.can(Capability.READ)) {
				this.quiet.readAgain(item.connectionId());
			}
			else {
				this.quiet.tell(item.connectionId());
			}
		}, this.every);
	}

	private Outcome sweep(WorkItem item, Provider provider) {
		UUID connectionId = item.connectionId();
		Sweep sweep = this.sweeps.at(connectionId);
		if (!this.sweeps.isAnyLeft(connectionId, sweep)) {
			return new Outcome.Later(() -> this.sweeps.end(connectionId), this.every);
		}
		try {
			Page page = this.calls.call(connectionId, item.side(),
					() -> provider.list(this.connections.providerAccess(connectionId), sweep.pageOffset()));
			return page.last() ? new Outcome.Later(() -> end(connectionId, page), this.every)
					: new Outcome.Later(() -> goOn(connectionId, page, sweep.after(page.size())), Duration.ZERO);
		}
		catch (Rejected | Unintelligible ex) {
			log.error("reconcile.failed connectionId={} reason=\"{}\"", connectionId, ex.getMessage());
			return new Outcome.Later(() -> this.sweeps.end(connectionId), this.every);
		}
	}

	private void goOn(UUID connectionId, Page page, Sweep next) {
		keep(connectionId, page);
		this.sweeps.goOn(connectionId, next);
	}

	private void end(UUID connectionId, Page page) {
		keep(connectionId, page);
		this.sweeps.end(connectionId);
	}

	private void keep(UUID connectionId, Page page) {
		int changed = 0;
		for (Page.Listed listed : page.orders()) {
			for (UUID assessmentId : this.sweeps.keep(connectionId, listed)) {
				this.verifications.raiseRefreshInBackground(assessmentId, connectionId);
				changed++;
			}
		}
		log.info("reconcile.page connectionId={} orders={} changed={} last={}", connectionId, page.size(), changed,
				page.last());
	}

}
