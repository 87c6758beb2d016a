package io.bgvbridge.verification;

import java.util.List;
import java.util.OptionalInt;
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

	private final Accounts accounts;

	private final WorkQueue work;

	Attempts(AttemptStore store, Verifications verifications, VerificationPublisher publisher, Accounts accounts,
			WorkQueue work) {
		this.store = store;
		this.verifications = verifications;
		this.publisher = publisher;
		this.accounts = accounts;
		this.work = work;
	}

	List<Attempt> of(UUID assessmentId) {
		return this.store.of(assessmentId);
	}

	/**
	 * Commits an attempt, just before its call and only while the claim holds.
	 * @return its number; empty if the verification ended meanwhile, so that nothing may
	 * be ordered
	 */
	@Transactional
	OptionalInt begin(WorkItem item) {
		if (this.verifications.lock(item.subjectId()).state().isFinal()) {
			return OptionalInt.empty();
		}
		this.work.confirm(item);
		int attemptNo = this.store.of(item.subjectId()).size() + 1;
		this.store.begin(item.subjectId(), attemptNo);
		return OptionalInt.of(attemptNo);
	}

	void placed(Verification verification, int attemptNo, String reference) {
		this.verifications.link(verification.assessmentId(), attemptNo, this.accounts.of(verification.connectionId()),
				reference);
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
		this.publisher.parked(item, WorkReason.OUTCOME_UNKNOWN);
	}

}
