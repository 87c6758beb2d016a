package io.bgvbridge.verification;

import java.time.Duration;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Providers;
import io.bgvbridge.verification.provider.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads an order's state from the provider and moves the verification on.
 */
@Component
class Refresh implements WorkHandler {

	static final String KIND = "refresh";

	private static final Duration UNTIL_ORDERED = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(Refresh.class);

	private final VerificationStore store;

	private final Verifications verifications;

	private final VerificationPublisher publisher;

	private final Connections connections;

	private final Providers providers;

	private final VendorCalls calls;

	Refresh(VerificationStore store, Verifications verifications, VerificationPublisher publisher,
			Connections connections, Providers providers, VendorCalls calls) {
		this.store = store;
		this.verifications = verifications;
		this.publisher = publisher;
		this.connections = connections;
		this.providers = providers;
		this.calls = calls;
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
			// A callback came before we know the order; what it hinted at is read then.
			return verification.state().isFinal() ? Outcome.nothing() : Outcome.later(UNTIL_ORDERED);
		}
		Provider provider = this.providers.get(verification.provider());
		ProviderAccess access = this.connections.providerAccess(verification.connectionId());
		try {
			return record(item, verification,
					this.calls.call(item.connectionId(), item.side(), () -> provider.read(access, reference)));
		}
		catch (Rejected ex) {
			log.error("refresh.rejected assessmentId={} code={}", item.subjectId(), ex.code());
			return new Outcome.Done(() -> this.publisher.givenUp(item, WorkReason.REJECTED));
		}
	}

	private Outcome record(WorkItem item, Verification verification, Snapshot snapshot) {
		return switch (snapshot) {
			case Snapshot.Known known -> new Outcome.Done(() -> advance(item, known));
			case Snapshot.Unknown unknown -> {
				log.error("refresh.unknown-status assessmentId={} provider={} code={}", verification.assessmentId(),
						verification.provider(), unknown.code());
				yield Outcome.nothing();
			}
		};
	}

	private void advance(WorkItem item, Snapshot.Known known) {
		Verifications.Advance came = this.verifications.advance(item.subjectId(), known.progress(),
				new Details("", known.expectedAt(), known.checks()));
		if (came == Verifications.Advance.LATE) {
			log.warn("refresh.result-after-cancel assessmentId={}", item.subjectId());
			this.publisher.resultAfterCancel(item);
		}
	}

}
