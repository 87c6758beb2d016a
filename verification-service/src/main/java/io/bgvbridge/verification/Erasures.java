package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drops everything personal: of one check that is over, or of a candidate. What is
 * dropped once is not dropped again.
 */
@Component
class Erasures {

	private static final Logger log = LoggerFactory.getLogger(Erasures.class);

	private final Inbox inbox;

	private final People people;

	private final VerificationStore store;

	private final Verifications verifications;

	private final EarlyCallbacks early;

	private final PersonErasures persons;

	Erasures(Inbox inbox, People people, VerificationStore store, Verifications verifications, EarlyCallbacks early,
			PersonErasures persons) {
		this.inbox = inbox;
		this.people = people;
		this.store = store;
		this.verifications = verifications;
		this.early = early;
		this.persons = persons;
	}

	/**
	 * Forgets the person of one check, which must be over. The candidate may well have
	 * others, and the provider keeps what it keeps.
	 */
	@Transactional
	void check(UUID eventId, UUID assessmentId) {
		if (!this.inbox.take(eventId)) {
			return;
		}
		if (this.verifications.find(assessmentId).isEmpty()) {
			log.info("erasure.unknown-check assessmentId={}", assessmentId);
			return;
		}
		Verification locked = this.verifications.lock(assessmentId);
		if (locked.state().isFinal()) {
			erase(locked);
		}
		else {
			log.warn("erasure.open-check assessmentId={} state={}", assessmentId, locked.state());
		}
	}

	/**
	 * Forgets a candidate, whoever they were merged into: ends their open checks, leaves
	 * a mark for requests that come later, and has their providers forget them, too.
	 */
	@Transactional
	void candidate(UUID eventId, UUID connectionId, String candidateId) {
		if (!this.inbox.take(eventId)) {
			return;
		}
		this.people.keepStill(connectionId);
		String survivor = this.people.asOfNow(connectionId, candidateId);
		this.people.erased(connectionId, candidateId);
		if (!survivor.equals(candidateId)) {
			this.people.erased(connectionId, survivor);
		}
		all(connectionId, survivor);
	}

	/** Erases a candidate's checks, here and at their providers. */
	void all(UUID connectionId, String candidateId) {
		for (Verification locked : this.store.lockAll(connectionId, candidateId)) {
			erase(locked);
			this.persons.want(locked.assessmentId());
		}
	}

	private void erase(Verification locked) {
		if (locked.erased()) {
			return;
		}
		this.early.erase(locked);
		this.store.erase(locked.assessmentId());
		this.verifications.erased(this.store.get(locked.assessmentId()));
		log.info("verification.erased assessmentId={} state={}", locked.assessmentId(), locked.state());
	}

}
