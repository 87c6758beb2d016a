package io.bgvbridge.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.state.Progress;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tries to order, and what each came to. All but {@link #begin} run in the
 * transaction that closes the work.
 */
@Component
class Attempts {

	private final AttemptStore store;

	private final Verifications verifications;

	private final VerificationPublisher publisher;

	private final Orders orders;

	private final WorkQueue work;

	Attempts(AttemptStore store, Verifications verifications, VerificationPublisher publisher, Orders orders,
			WorkQueue work) {
		this.store = store;
		this.verifications = verifications;
		this.publisher = publisher;
		this.orders = orders;
		this.work = work;
	}

	List<Attempt> of(UUID assessmentId) {
		return this.store.of(assessmentId);
	}

	/**
	 * Commits an attempt, just before its call and only while the claim holds.
	 * @return the attempt; empty if the verification ended meanwhile, so that nothing may
	 * be ordered
	 */
	@Transactional
	Optional<Attempt> begin(WorkItem item) {
		if (!mayOrder(item)) {
			return Optional.empty();
		}
		this.store.begin(item.subjectId(), this.store.of(item.subjectId()).size() + 1);
		return Optional.of(this.store.of(item.subjectId()).getLast());
	}

	/**
	 * Makes sure, just before a call is repeated, that its attempt is still the one that
	 * is wanted.
	 */
	@Transactional
	boolean repeat(WorkItem item, Attempt attempt) {
		return mayOrder(item) && this.store.of(item.subjectId()).getLast().state() == attempt.state();
	}

	private boolean mayOrder(WorkItem item) {
		Verification verification = this.verifications.lock(item.subjectId());
		if (verification.state().isFinal() || verification.providerReference() != null) {
			return false;
		}
		this.work.confirm(item);
		return true;
	}

	void placed(Verification verification, int attemptNo, String reference, List<String> aliases) {
		this.orders.link(verification.assessmentId(), attemptNo, reference, aliases);
		this.store.end(verification.assessmentId(), attemptNo, Attempt.State.PLACED);
	}

	void refused(Verification verification, int attemptNo, Progress progress, String words) {
		this.verifications.advance(verification.assessmentId(), progress, Details.inWords(words));
		notPlaced(verification, attemptNo);
	}

	void notPlaced(Verification verification, int attemptNo) {
		this.store.end(verification.assessmentId(), attemptNo, Attempt.State.NOT_PLACED);
	}

	/** Ends an attempt that the provider does not show, and goes on to the next. */
	void absent(Verification verification, int attemptNo) {
		this.store.end(verification.assessmentId(), attemptNo, Attempt.State.ABSENT);
	}

	void parked(WorkItem item, int attemptNo) {
		this.store.end(item.subjectId(), attemptNo, Attempt.State.PARKED);
		ask(item, WorkReason.OUTCOME_UNKNOWN);
	}

	/** Asks an operator what an attempt came to. */
	void ask(WorkItem item, WorkReason reason) {
		this.publisher.parked(item, reason);
	}

}
