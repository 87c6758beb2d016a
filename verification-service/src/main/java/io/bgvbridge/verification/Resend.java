package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.provider.Resent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Invites a candidate once more, where an operator asked for it. The key is kept until
 * the provider has answered, so that a repetition sends no second invitation.
 */
@Component
class Resend implements WorkHandler {

	static final String KIND = "resend";

	private static final Logger log = LoggerFactory.getLogger(Resend.class);

	private final VerificationStore store;

	private final OrderStore orderStore;

	private final Orders orders;

	private final Ordering ordering;

	private final VendorCalls calls;

	private final VerificationPublisher publisher;

	Resend(VerificationStore store, OrderStore orderStore, Orders orders, Ordering ordering, VendorCalls calls,
			VerificationPublisher publisher) {
		this.store = store;
		this.orderStore = orderStore;
		this.orders = orders;
		this.ordering = ordering;
		this.calls = calls;
		this.publisher = publisher;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Verification verification = this.store.get(item.subjectId());
		UUID key = verification.resendKey();
		String reference = verification.providerReference();
		if (key == null || reference == null) {
			return Outcome.nothing();
		}
		if (verification.state().isFinal()) {
			return new Outcome.Done(() -> end(verification));
		}
		Ordering.Prepared prepared = this.ordering.prepare(verification);
		try {
			Resent resent = this.calls.call(item.connectionId(), item.side(),
					() -> prepared.provider().resend(prepared.access(), prepared.order(), reference, key));
			log.info("order.resent assessmentId={} answer={}", item.subjectId(), resent.getClass().getSimpleName());
			return switch (resent) {
				case Resent.Invited invited -> new Outcome.Done(() -> invited(verification, invited));
				case Resent.TooLate late -> new Outcome.Done(() -> {
					end(verification);
					this.publisher.notOffered(verification, KIND);
				});
			};
		}
		catch (Rejected ex) {
			log.warn("order.resend-rejected assessmentId={} code={}", item.subjectId(), ex.code());
			return new Outcome.Done(() -> {
				end(verification);
				this.publisher.givenUp(item, WorkReason.REJECTED);
			});
		}
	}

	private void invited(Verification verification, Resent.Invited invited) {
		this.store.lock(verification.assessmentId());
		this.orderStore.resend(verification.assessmentId(), null);
		this.orders.link(verification.assessmentId(), verification.attempt(), invited.reference(), invited.aliases());
	}

	private void end(Verification verification) {
		this.store.lock(verification.assessmentId());
		this.orderStore.resend(verification.assessmentId(), null);
	}

}
