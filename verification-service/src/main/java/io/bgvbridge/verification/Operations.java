package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Providers;
import io.bgvbridge.verification.state.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operators ask for about one check.
 */
@Component
class Operations {

	private static final Logger log = LoggerFactory.getLogger(Operations.class);

	private final Inbox inbox;

	private final Verifications verifications;

	private final OrderStore orders;

	private final Resolutions resolutions;

	private final Providers providers;

	private final VerificationPublisher publisher;

	private final WorkQueue work;

	Operations(Inbox inbox, Verifications verifications, OrderStore orders, Resolutions resolutions,
			Providers providers, VerificationPublisher publisher, WorkQueue work) {
		this.inbox = inbox;
		this.verifications = verifications;
		this.orders = orders;
		this.resolutions = resolutions;
		this.providers = providers;
		this.publisher = publisher;
		this.work = work;
	}

	/** Reads the check now. */
	@Transactional
	void refresh(UUID eventId, UUID assessmentId) {
		Verification verification = taken(eventId, assessmentId);
		if (verification == null) {
			return;
		}
		if (can(verification, Capability.READ)) {
			this.verifications.raiseRefresh(assessmentId, verification.connectionId());
		}
		else {
			this.publisher.notOffered(verification, Refresh.KIND);
		}
	}

	/** Invites the candidate once more, who must not have answered yet. */
	@Transactional
	void resend(UUID eventId, UUID assessmentId) {
		Verification verification = taken(eventId, assessmentId);
		if (verification == null || verification.resendKey() != null) {
			return;
		}
		boolean invited = verification.state() == State.INVITED || verification.state() == State.AWAITING_CANDIDATE;
		if (can(verification, Capability.RESEND) && invited && verification.providerReference() != null) {
			this.orders.resend(assessmentId, UUID.randomUUID());
			this.work.raise(assessmentId, Resend.KIND, verification.connectionId(), Connections.PROVIDER);
		}
		else {
			this.publisher.notOffered(verification, Resend.KIND);
		}
	}

	/** An order of unknown outcome is that one. */
	@Transactional
	void link(UUID eventId, UUID assessmentId, String reference) {
		Verification verification = taken(eventId, assessmentId);
		if (verification != null) {
			this.resolutions.toLink(verification, reference);
		}
	}

	/** An order of unknown outcome was never placed. */
	@Transactional
	void orderAgain(UUID eventId, UUID assessmentId) {
		Verification verification = taken(eventId, assessmentId);
		if (verification != null) {
			this.resolutions.orderAgain(verification);
		}
	}

	private @Nullable Verification taken(UUID eventId, UUID assessmentId) {
		if (!this.inbox.take(eventId)) {
			return null;
		}
		if (this.verifications.find(assessmentId).isEmpty()) {
			// Its request is not here yet, so that there is nothing to do about it.
			log.info("operation.too-early assessmentId={}", assessmentId);
			return null;
		}
		return this.verifications.lock(assessmentId);
	}

	private boolean can(Verification verification, Capability capability) {
		return this.providers.get(verification.provider()).can(capability);
	}

}
