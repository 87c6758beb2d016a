package io.bgvbridge.verification;

import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Providers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Providers' callbacks: each only makes us read the order's state again, so that a
 * forged, late or reordered one can do no harm.
 */
@Component
class Callbacks {

	private static final Logger log = LoggerFactory.getLogger(Callbacks.class);

	private final Inbox inbox;

	private final Sealing sealing;

	private final Providers providers;

	private final Accounts accounts;

	private final Verifications verifications;

	private final VerificationStore store;

	Callbacks(Inbox inbox, Sealing sealing, Providers providers, Accounts accounts, Verifications verifications,
			VerificationStore store) {
		this.inbox = inbox;
		this.sealing = sealing;
		this.providers = providers;
		this.accounts = accounts;
		this.verifications = verifications;
		this.store = store;
	}

	@Transactional
	void take(UUID eventId, UUID connectionId, String provider, byte[] sealed) {
		if (!this.inbox.take(eventId)) {
			return;
		}
		Hint hint = this.providers.get(provider)
			.hint(this.sealing.open(Topics.PROVIDER_CALLBACK_RECEIVED, connectionId.toString(), sealed));
		find(connectionId, hint).filter((found) -> found.connectionId().equals(connectionId))
			.ifPresentOrElse((found) -> this.verifications.raiseRefresh(found.assessmentId(), connectionId),
					() -> log.warn("callback.unmatched connectionId={} eventId={}", connectionId, eventId));
	}

	private Optional<Verification> find(UUID connectionId, Hint hint) {
		Optional<Verification> byReference = (hint.reference() != null)
				? this.store.find(this.accounts.of(connectionId), hint.reference()) : Optional.empty();
		return byReference
			.or(() -> (hint.assessmentId() != null) ? this.store.find(hint.assessmentId()) : Optional.empty());
	}

}
