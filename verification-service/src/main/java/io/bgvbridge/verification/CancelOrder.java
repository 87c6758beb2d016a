package io.bgvbridge.verification;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Cancels at the provider what was cancelled here, or asks an operator to do it.
 */
@Component
class CancelOrder implements WorkHandler {

	static final String KIND = "cancel-order";

	private static final Logger log = LoggerFactory.getLogger(CancelOrder.class);

	private final VerificationStore store;

	private final OrderStore orders;

	private final Ordering ordering;

	private final VendorCalls calls;

	private final VerificationPublisher publisher;

	private final PersonErasures persons;

	CancelOrder(VerificationStore store, OrderStore orders, Ordering ordering, VendorCalls calls,
			VerificationPublisher publisher, PersonErasures persons) {
		this.store = store;
		this.orders = orders;
		this.ordering = ordering;
		this.calls = calls;
		this.publisher = publisher;
		this.persons = persons;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Verification verification = this.store.get(item.subjectId());
		String reference = verification.providerReference();
		if (reference == null) {
			// Whoever links the order raises this work again.
			return Outcome.nothing();
		}
		Provider provider = this.ordering.provider(verification);
		if (!provider.can(Capability.CANCEL)) {
			return new Outcome.Done(() -> byHand(item));
		}
		ProviderAccess access = this.ordering.access(verification);
		try {
			Cancellation cancellation = this.calls.call(item.connectionId(), item.side(),
					() -> provider.cancel(access, reference));
			log.info("order.cancel assessmentId={} answer={}", item.subjectId(), cancellation);
			return switch (cancellation) {
				case CANCELLED -> new Outcome.Done(() -> over(item, reference));
				case NOT_OFFERED -> new Outcome.Done(() -> byHand(item));
			};
		}
		catch (Rejected ex) {
			log.warn("order.cancel-rejected assessmentId={} code={}", item.subjectId(), ex.code());
			return new Outcome.Done(() -> byHand(item));
		}
	}

	/** The order of a later invitation has its own turn. */
	private void over(WorkItem item, String reference) {
		if (reference.equals(this.store.lock(item.subjectId()).providerReference())) {
			this.orders.cancelling(item.subjectId(), OrderCancel.DONE);
			this.persons.goOn(item.subjectId());
		}
	}

	private void byHand(WorkItem item) {
		this.store.lock(item.subjectId());
		this.orders.cancelling(item.subjectId(), OrderCancel.BY_HAND);
		this.publisher.cancelByHand(item);
		this.persons.goOn(item.subjectId());
	}

}
