package io.bgvbridge.verification;

import java.time.Duration;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Learns how an order stands, from the provider or from what it has called back, and
 * moves the verification on.
 */
@Component
class Refresh implements WorkHandler {

	static final String KIND = "refresh";

	private static final Duration UNTIL_ORDERED = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(Refresh.class);

	private final VerificationStore store;

	private final Verifications verifications;

	private final News news;

	private final ToldCallbacks told;

	private final VerificationPublisher publisher;

	private final Ordering ordering;

	private final VendorCalls calls;

	Refresh(VerificationStore store, Verifications verifications, News news, ToldCallbacks told,
			VerificationPublisher publisher, Ordering ordering, VendorCalls calls) {
		this.store = store;
		this.verifications = verifications;
		this.news = news;
		this.told = told;
		this.publisher = publisher;
		this.ordering = ordering;
		this.calls = calls;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Verification verification = this.store.get(item.subjectId());
		Provider provider = this.ordering.provider(verification);
		if (!provider.can(Capability.READ)) {
			return new Outcome.Done(() -> this.told.takeKept(verification));
		}
		String reference = verification.providerReference();
		if (reference == null) {
			// A callback came before we know the order; what it hinted at is read then.
			return verification.state().isFinal() ? Outcome.nothing() : Outcome.later(UNTIL_ORDERED);
		}
		if (verification.resendKey() != null) {
			// The order of the earlier invitation is about to go.
			return Outcome.later(UNTIL_ORDERED);
		}
		ProviderAccess access = this.ordering.access(verification);
		try {
			Snapshot snapshot = this.calls.call(item.connectionId(), item.side(),
					() -> provider.read(access, reference));
			return new Outcome.Done(() -> record(item, reference, snapshot));
		}
		catch (Rejected ex) {
			log.error("refresh.rejected assessmentId={} code={}", item.subjectId(), ex.code());
			return new Outcome.Done(() -> this.publisher.givenUp(item, WorkReason.REJECTED));
		}
	}

	/** What was read of an order that is not this check's any more says nothing of it. */
	private void record(WorkItem item, String reference, Snapshot snapshot) {
		Verification now = this.verifications.lock(item.subjectId());
		if (reference.equals(now.providerReference()) && now.resendKey() == null) {
			this.news.take(now, item.kind(), snapshot, null);
		}
		else {
			this.verifications.raiseRefresh(now.assessmentId(), now.connectionId());
		}
	}

}
