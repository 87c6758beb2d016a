package io.bgvbridge.verification;

import java.util.List;

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
 * Has a provider erase a person who was erased here, once their order is over there.
 */
@Component
class ErasePerson implements WorkHandler {

	static final String KIND = "erase-person";

	private static final Logger log = LoggerFactory.getLogger(ErasePerson.class);

	private final Verifications verifications;

	private final OrderStore orders;

	private final PersonErasures erasures;

	private final Ordering ordering;

	private final VendorCalls calls;

	private final VerificationPublisher publisher;

	ErasePerson(Verifications verifications, OrderStore orders, PersonErasures erasures, Ordering ordering,
			VendorCalls calls, VerificationPublisher publisher) {
		this.verifications = verifications;
		this.orders = orders;
		this.erasures = erasures;
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
		Verification verification = this.verifications.find(item.subjectId()).orElseThrow();
		String reference = verification.providerReference();
		if (reference == null || !PersonErasures.isNext(verification)) {
			return Outcome.nothing();
		}
		Provider provider = this.ordering.provider(verification);
		if (!provider.can(Capability.ERASE)) {
			log.warn("person.not-erasable assessmentId={} provider={}", item.subjectId(), verification.provider());
			return new Outcome.Done(() -> this.erasures.leave(this.verifications.lock(item.subjectId())));
		}
		ProviderAccess access = this.ordering.access(verification);
		List<String> aliases = this.orders.aliases(item.subjectId());
		try {
			this.calls.call(item.connectionId(), item.side(), () -> {
				provider.erase(access, reference, aliases);
				return true;
			});
			return new Outcome.Done(() -> erased(item, reference));
		}
		catch (Rejected ex) {
			log.warn("person.erasure-rejected assessmentId={} code={}", item.subjectId(), ex.code());
			return new Outcome.Done(() -> refused(item));
		}
	}

	/** The order of a later invitation has its own turn. */
	private void erased(WorkItem item, String reference) {
		Verification now = this.verifications.lock(item.subjectId());
		if (!reference.equals(now.providerReference())) {
			this.erasures.goOn(item.subjectId());
			return;
		}
		this.orders.erasing(item.subjectId(), PersonErasure.DONE);
		log.info("person.erased-at-provider assessmentId={}", item.subjectId());
		if (!PersonErasures.isAsked(now)) {
			// Ends what the read model shows of the waiting.
			this.verifications.tellAgain(now);
		}
	}

	private void refused(WorkItem item) {
		Verification now = this.verifications.lock(item.subjectId());
		this.orders.erasing(item.subjectId(), PersonErasure.BY_HAND);
		if (!PersonErasures.isAsked(now)) {
			this.publisher.givenUp(item, WorkReason.REJECTED);
		}
	}

}
