package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verifications: how they come to be, and how each change of state is kept and
 * published in one transaction.
 */
@Component
class Verifications {

	private static final Logger log = LoggerFactory.getLogger(Verifications.class);

	private final VerificationStore store;

	private final Inbox inbox;

	private final WorkQueue work;

	private final CandidateSeal seal;

	private final VerificationPublisher publisher;

	Verifications(VerificationStore store, Inbox inbox, WorkQueue work, CandidateSeal seal,
			VerificationPublisher publisher) {
		this.store = store;
		this.inbox = inbox;
		this.work = work;
		this.seal = seal;
		this.publisher = publisher;
	}

	/** Takes a request; one that repeats a known verification orders nothing. */
	@Transactional
	void request(RequestVerification command) {
		if (!this.inbox.take(command.eventId())) {
			return;
		}
		Candidate candidate = this.seal.fromEvent(command.assessmentId(), command.sealed());
		if (this.store.insert(command, this.seal.seal(command.assessmentId(), candidate))) {
			this.publisher.updated(this.store.get(command.assessmentId()));
			if (candidate.phone() == null) {
				this.work.raise(command.assessmentId(), CompleteCandidate.KIND, command.connectionId(),
						Connections.ASHBY);
			}
			else {
				raiseOrder(command.assessmentId(), command.connectionId());
			}
			log.info("verification.requested assessmentId={} connectionId={}", command.assessmentId(),
					command.connectionId());
		}
		else {
			publishAgainIfFinal(command.assessmentId());
		}
	}

	/** Ashby would show "Started" for ever if its repeated start met silence. */
	private void publishAgainIfFinal(UUID assessmentId) {
		Verification known = this.store.lock(assessmentId);
		if (known.state().isFinal()) {
			this.store.move(assessmentId, known.progress(), known.sealedWords());
			this.publisher.updated(this.store.get(assessmentId));
		}
	}

	void raiseOrder(UUID assessmentId, UUID connectionId) {
		this.work.raise(assessmentId, PlaceOrder.KIND, connectionId, Connections.PROVIDER);
	}

	void raiseRefresh(UUID assessmentId, UUID connectionId) {
		this.work.raise(assessmentId, Refresh.KIND, connectionId, Connections.PROVIDER);
	}

	/** Adds what was missing and goes on to the order; in the caller's transaction. */
	void complete(UUID assessmentId, Candidate candidate) {
		Verification current = this.store.lock(assessmentId);
		this.store.complete(assessmentId, this.seal.seal(assessmentId, candidate));
		raiseOrder(assessmentId, current.connectionId());
	}

	/** Remembers the order at the provider; in the caller's transaction. */
	void link(UUID assessmentId, int attempt, String account, String reference) {
		Verification current = this.store.lock(assessmentId);
		this.store.link(assessmentId, attempt, account, reference);
		advance(assessmentId, Progress.of(State.INVITED), "");
		// A callback may have come before the reference was known.
		raiseRefresh(assessmentId, current.connectionId());
	}

	/**
	 * Moves a verification on, if its state machine lets it; in the caller's transaction.
	 * @param assessmentId the verification
	 * @param next what it should become
	 * @param words the vendor's words for the recruiter; may be empty
	 */
	void advance(UUID assessmentId, Progress next, String words) {
		Verification current = this.store.lock(assessmentId);
		if (next.equals(current.progress())) {
			return;
		}
		if (!current.state().accepts(next.state())) {
			log.info("verification.not-moved assessmentId={} from={} to={}", assessmentId, current.state(),
					next.state());
			return;
		}
		this.store.move(assessmentId, next, words.isEmpty() ? null : this.seal.sealWords(assessmentId, words));
		this.publisher.updated(this.store.get(assessmentId));
		log.info("verification.updated assessmentId={} state={} revision={}", assessmentId, next.state(),
				current.revision() + 1);
	}

}
