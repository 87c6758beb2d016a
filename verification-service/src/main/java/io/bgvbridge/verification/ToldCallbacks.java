package io.bgvbridge.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.verification.provider.Hint;
import io.bgvbridge.verification.provider.Told;
import io.bgvbridge.verification.report.ReportLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Callbacks of providers that cannot be asked: what they say is all that is ever known of
 * an order, so that none is dropped, not even one that comes before its order is known.
 */
@Component
class ToldCallbacks {

	static final String KIND = "callback";

	private static final Logger log = LoggerFactory.getLogger(ToldCallbacks.class);

	private final Orders orders;

	private final EarlyCallbacks early;

	private final Attempts attempts;

	private final Verifications verifications;

	private final News news;

	private final ReportLinks links;

	ToldCallbacks(Orders orders, EarlyCallbacks early, Attempts attempts, Verifications verifications, News news,
			ReportLinks links) {
		this.orders = orders;
		this.early = early;
		this.attempts = attempts;
		this.verifications = verifications;
		this.news = news;
		this.links = links;
	}

	/** Takes a callback that has just come; in the listener's transaction. */
	void take(UUID eventId, UUID connectionId, Hint hint, byte[] sealed) {
		Optional<Verification> found = this.orders.named(connectionId, hint).stream().findFirst();
		if (found.isPresent()) {
			take(found.get().assessmentId(), hint);
		}
		else if (!hint.references().isEmpty()) {
			this.early.keep(eventId, connectionId, hint.references().getFirst(), sealed);
			log.info("callback.kept connectionId={} eventId={}", connectionId, eventId);
		}
		else {
			log.warn("callback.unmatched connectionId={} eventId={}", connectionId, eventId);
		}
	}

	/**
	 * Takes what came before the order was known; in the transaction that closes the
	 * work.
	 */
	void takeKept(Verification verification) {
		String reference = verification.providerReference();
		if (reference != null) {
			this.early.drain(verification).forEach((hint) -> take(verification.assessmentId(), hint));
		}
	}

	private void take(UUID assessmentId, Hint hint) {
		Verification verification = this.verifications.lock(assessmentId);
		if (verification.providerReference() == null) {
			link(verification, hint);
		}
		else if (!hint.references().isEmpty() && !this.orders.isKnownAs(verification, hint.references())) {
			// It bears our id, and is of an order that was given up for another.
			log.error("callback.another-order assessmentId={}", assessmentId);
			return;
		}
		Told told = hint.told();
		if (told == null) {
			return;
		}
		if (told.at() != null && verification.saidAt() != null && told.at().isBefore(verification.saidAt())) {
			log.info("callback.older assessmentId={}", assessmentId);
			return;
		}
		if (told.report() != null && !verification.erased()) {
			this.links.keep(assessmentId, told.report());
		}
		this.news.take(this.verifications.lock(assessmentId), KIND, told.snapshot(), told.at());
	}

	/**
	 * A callback that bears our order id answers what an attempt of unknown outcome came
	 * to.
	 */
	private void link(Verification verification, Hint hint) {
		List<Attempt> tried = this.attempts.of(verification.assessmentId());
		if (!tried.isEmpty() && !hint.references().isEmpty()) {
			this.attempts.placed(verification, tried.getLast().attemptNo(), hint.references().getFirst(),
					hint.references());
			log.info("order.linked-by-callback assessmentId={}", verification.assessmentId());
		}
	}

}
