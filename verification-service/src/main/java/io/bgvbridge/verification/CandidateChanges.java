package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Candidates that Ashby merged into others or deleted.
 */
@Component
class CandidateChanges {

	private static final Logger log = LoggerFactory.getLogger(CandidateChanges.class);

	private final Inbox inbox;

	private final People people;

	private final VerificationStore store;

	private final Erasures erasures;

	private final VerificationPublisher publisher;

	CandidateChanges(Inbox inbox, People people, VerificationStore store, Erasures erasures,
			VerificationPublisher publisher) {
		this.inbox = inbox;
		this.people = people;
		this.store = store;
		this.erasures = erasures;
		this.publisher = publisher;
	}

	/** From now on the checks of the one are the other's. */
	@Transactional
	void merge(UUID eventId, UUID connectionId, String candidateId, String survivingId) {
		if (!this.inbox.take(eventId) || candidateId.equals(survivingId)) {
			return;
		}
		this.people.keepStill(connectionId);
		// Ashby promises no order: the survivor may have been merged, too, by now.
		String survivor = this.people.asOfNow(connectionId, survivingId);
		if (survivor.equals(candidateId)) {
			return;
		}
		this.people.merged(connectionId, candidateId, survivor);
		for (Verification verification : this.store.lockAll(connectionId, candidateId)) {
			this.store.merge(verification.assessmentId(), survivor);
			this.publisher.updated(this.store.get(verification.assessmentId()));
			log.info("verification.merged assessmentId={}", verification.assessmentId());
		}
		if (this.people.isErased(connectionId, survivor)) {
			this.erasures.all(connectionId, survivor);
		}
	}

	/**
	 * Drops everything personal of a candidate, ends their open checks, and leaves a mark
	 * for requests that come later. Whom they were merged into, Ashby keeps.
	 */
	@Transactional
	void erase(UUID eventId, UUID connectionId, String candidateId) {
		if (!this.inbox.take(eventId)) {
			return;
		}
		this.people.keepStill(connectionId);
		this.people.erased(connectionId, candidateId);
		this.erasures.all(connectionId, candidateId);
	}

}
