package io.bgvbridge.verification;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Providers' callbacks. Where a provider can be asked, each only makes us read the
 * order's state again, so that a forged, late or reordered one can do no harm.
 */
@Component
class Callbacks {

	private static final Logger log = LoggerFactory.getLogger(Callbacks.class);

	private final Inbox inbox;

	private final Sealing sealing;

	private final Providers providers;

	private final Verifications verifications;

	private final Orders orders;

	private final Connections connections;

	private final ToldCallbacks told;

	Callbacks(Inbox inbox, Sealing sealing, Providers providers, Verifications verifications, Orders orders,
			Connections connections, ToldCallbacks told) {
		this.inbox = inbox;
		this.sealing = sealing;
		this.providers = providers;
		this.verifications = verifications;
		this.orders = orders;
		this.connections = connections;
		this.told = told;
	}

	@Transactional
	void take(UUID eventId, UUID connectionId, String providerKind, byte[] sealed) {
		if (!this.inbox.take(eventId)) {
			return;
		}
		if (this.connections.isDeleted(connectionId)) {
			log.info("callback.connection-deleted connectionId={} eventId={}", connectionId, eventId);
			return;
		}
		Provider provider = this.providers.get(providerKind);
		Hint hint = provider.hint(this.connections.providerAccess(connectionId),
				this.sealing.open(Topics.PROVIDER_CALLBACK_RECEIVED, connectionId.toString(), sealed));
		if (!hint.isAboutOrder()) {
			log.info("callback.about-no-order connectionId={} eventId={}", connectionId, eventId);
		}
		else if (!provider.can(Capability.READ) && provider.can(Capability.SIGNED_CALLBACKS)) {
			this.told.take(eventId, connectionId, hint, sealed);
		}
		else {
			readAgain(eventId, connectionId, hint);
		}
	}

	private void readAgain(UUID eventId, UUID connectionId, Hint hint) {
		List<Verification> named = this.orders.named(connectionId, hint);
		named.forEach((verification) -> this.verifications.raiseRefresh(verification.assessmentId(), connectionId));
		if (named.isEmpty()) {
			log.warn("callback.unmatched connectionId={} eventId={}", connectionId, eventId);
		}
	}

}
