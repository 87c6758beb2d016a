package io.bgvbridge.verification;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Links an order of unknown outcome to the one that an operator named, once the provider
 * shows that it has such an order.
 */
@Component
class ResolveOrder implements WorkHandler {

	static final String KIND = "resolve";

	private static final Logger log = LoggerFactory.getLogger(ResolveOrder.class);

	private final VerificationStore store;

	private final Ordering ordering;

	private final VendorCalls calls;

	private final Resolutions resolutions;

	ResolveOrder(VerificationStore store, Ordering ordering, VendorCalls calls, Resolutions resolutions) {
		this.store = store;
		this.ordering = ordering;
		this.calls = calls;
		this.resolutions = resolutions;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Verification verification = this.store.get(item.subjectId());
		String reference = verification.resolveReference();
		if (reference == null) {
			return Outcome.nothing();
		}
		Provider provider = this.ordering.provider(verification);
		try {
			if (provider.can(Capability.READ)) {
				ProviderAccess access = this.ordering.access(verification);
				this.calls.call(item.connectionId(), item.side(), () -> provider.read(access, reference));
			}
			return new Outcome.Done(() -> this.resolutions.link(item, reference));
		}
		catch (Rejected ex) {
			log.warn("order.resolve-rejected assessmentId={} code={}", item.subjectId(), ex.code());
			return new Outcome.Done(() -> this.resolutions.refuse(item, WorkReason.REJECTED));
		}
	}

}
