package io.bgvbridge.verification;

import java.time.Instant;

import io.bgvbridge.verification.provider.Snapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Takes what providers say of orders, read or told. All runs in the caller's transaction,
 * which holds the verification's lock.
 */
@Component
class News {

	private static final Logger log = LoggerFactory.getLogger(News.class);

	private final Verifications verifications;

	private final Orders orders;

	private final OrderStore store;

	private final VerificationPublisher publisher;

	News(Verifications verifications, Orders orders, OrderStore store, VerificationPublisher publisher) {
		this.verifications = verifications;
		this.orders = orders;
		this.store = store;
		this.publisher = publisher;
	}

	/**
	 * Takes a statement.
	 * @param verification the check that it is about, locked
	 * @param kind the work that brought it
	 * @param snapshot how the order stands
	 * @param saidAt when the provider said so; null if it was read just now
	 */
	void take(Verification verification, String kind, Snapshot snapshot, @Nullable Instant saidAt) {
		switch (snapshot) {
			case Snapshot.Known known -> known(verification, kind, known, saidAt);
			case Snapshot.Unknown unknown -> unknown(verification, kind, unknown);
		}
	}

	private void known(Verification verification, String kind, Snapshot.Known known, @Nullable Instant saidAt) {
		this.store.heard(verification.assessmentId(), saidAt);
		this.orders.alias(verification, known.aliases());
		Verifications.Advance came = this.verifications.advance(verification.assessmentId(), known.progress(),
				new Details("", known.expectedAt(), known.checks()));
		if (came == Verifications.Advance.LATE) {
			log.warn("verification.result-after-cancel assessmentId={}", verification.assessmentId());
			this.publisher.resultAfterCancel(verification, kind);
		}
	}

	/** Kept and alarmed, once; never guessed. */
	private void unknown(Verification verification, String kind, Snapshot.Unknown unknown) {
		log.error("verification.unknown-status assessmentId={} provider={} code={}", verification.assessmentId(),
				verification.provider(), unknown.code());
		if (this.store.keepUnknown(verification.assessmentId(), unknown.code())) {
			this.publisher.unknownStatus(verification, kind);
		}
	}

}
