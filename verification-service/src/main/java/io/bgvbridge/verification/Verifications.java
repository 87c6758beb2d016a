package io.bgvbridge.verification;

import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The verifications: how each change of state is kept and published in one transaction,
 * which is always the caller's.
 */
@Component
class Verifications {

	private static final Logger log = LoggerFactory.getLogger(Verifications.class);

	private final VerificationStore store;

	private final OrderStore orders;

	private final WorkQueue work;

	private final CandidateSeal seal;

	private final VerificationPublisher publisher;

	Verifications(VerificationStore store, OrderStore orders, WorkQueue work, CandidateSeal seal,
			VerificationPublisher publisher) {
		this.store = store;
		this.orders = orders;
		this.work = work;
		this.seal = seal;
		this.publisher = publisher;
	}

	/**
	 * Begins a verification and tells of it, unless there is one with this id; in the
	 * caller's transaction.
	 */
	boolean begin(RequestVerification command, VerificationStore.Beginning beginning) {
		boolean began = this.store.insert(command, beginning);
		if (began) {
			this.publisher.updated(this.store.get(command.assessmentId()));
			log.info("verification.begun assessmentId={} connectionId={} origin={} state={}", command.assessmentId(),
					command.connectionId(), command.origin(), beginning.progress().state());
		}
		return began;
	}

	/** Tells once more how a locked verification stands. */
	void repeat(Verification locked, Origin origin) {
		this.store.repeat(locked.assessmentId(), origin);
		this.publisher.repeated(this.store.get(locked.assessmentId()));
		log.info("verification.repeated assessmentId={} origin={} state={}", locked.assessmentId(), origin,
				locked.state());
	}

	/** Tells of a locked verification whose order has another name now. */
	void tellAgain(Verification locked) {
		this.store.repeat(locked.assessmentId(), locked.origin());
		this.publisher.updated(this.store.get(locked.assessmentId()));
	}

	/** Ends an open verification from our side; in the caller's transaction. */
	void end(Verification locked, Reason reason) {
		if (locked.state().isFinal()) {
			log.info("verification.not-cancelled assessmentId={} state={}", locked.assessmentId(), locked.state());
			return;
		}
		byte @Nullable [] told = locked.erased() ? null
				: this.seal.sealTold(locked.assessmentId(), locked.packageName(), Details.NONE);
		this.store.move(locked.assessmentId(), Progress.of(State.CANCELLED, reason), null, told);
		this.publisher.updated(this.store.get(locked.assessmentId()));
		if (locked.providerReference() != null) {
			raiseCancel(locked);
		}
		log.info("verification.cancelled assessmentId={} reason={} ordered={}", locked.assessmentId(), reason,
				locked.providerReference() != null);
	}

	/**
	 * Tells of a locked verification that its person was erased, and ends it if it is
	 * open.
	 */
	void erased(Verification locked) {
		if (locked.state().isFinal()) {
			this.store.move(locked.assessmentId(), locked.progress(), locked.expectedAt(), null);
			this.publisher.updated(this.store.get(locked.assessmentId()));
		}
		else {
			end(locked, Reason.CANDIDATE_ERASED);
		}
	}

	/** Has the order of a check that has ended cancelled at the provider. */
	void raiseCancel(Verification verification) {
		this.orders.cancelling(verification.assessmentId(), OrderCancel.WANTED);
		this.work.raise(verification.assessmentId(), CancelOrder.KIND, verification.connectionId(),
				Connections.PROVIDER);
	}

	Optional<Verification> find(UUID assessmentId) {
		return this.store.find(assessmentId);
	}

	Verification lock(UUID assessmentId) {
		return this.store.lock(assessmentId);
	}

	void raiseCompletion(UUID assessmentId, UUID connectionId) {
		this.work.raise(assessmentId, CompleteCandidate.KIND, connectionId, Connections.ASHBY);
	}

	void raiseOrder(UUID assessmentId, UUID connectionId) {
		this.work.raise(assessmentId, PlaceOrder.KIND, connectionId, Connections.PROVIDER);
	}

	void raiseRefresh(UUID assessmentId, UUID connectionId) {
		this.work.raise(assessmentId, Refresh.KIND, connectionId, Connections.PROVIDER);
	}

	/** The same for a check of which nobody waits to hear. */
	void raiseRefreshInBackground(UUID assessmentId, UUID connectionId) {
		this.work.raiseInBackground(assessmentId, Refresh.KIND, connectionId, Connections.PROVIDER);
	}

	/** Adds what was missing and goes on to the order; in the caller's transaction. */
	void complete(UUID assessmentId, Candidate candidate) {
		Verification current = this.store.lock(assessmentId);
		if (current.state().isFinal()) {
			return;
		}
		this.store.complete(assessmentId, this.seal.seal(assessmentId, candidate));
		raiseOrder(assessmentId, current.connectionId());
	}

	/**
	 * Moves a verification on, if its state machine lets it; in the caller's transaction.
	 */
	Advance advance(UUID assessmentId, Progress next, Details details) {
		Verification current = this.store.lock(assessmentId);
		if (current.reason().isOurs()) {
			return late(assessmentId, next);
		}
		if (next.equals(current.progress()) && (current.erased() || this.seal.isTold(current, details))) {
			return Advance.NONE;
		}
		if (!next.equals(current.progress()) && !current.state().accepts(next.state())) {
			log.info("verification.not-moved assessmentId={} from={} to={}", assessmentId, current.state(),
					next.state());
			return Advance.NONE;
		}
		this.store.move(assessmentId, next, details.expectedAt(),
				current.erased() ? null : this.seal.sealTold(assessmentId, current.packageName(), details));
		this.publisher.updated(this.store.get(assessmentId));
		log.info("verification.updated assessmentId={} state={} revision={}", assessmentId, next.state(),
				current.revision() + 1);
		return Advance.MOVED;
	}

	/** What the provider says of a check that we had ended tells only that it is over. */
	private Advance late(UUID assessmentId, Progress next) {
		if (next.state().isFinal()) {
			this.orders.cancelling(assessmentId, OrderCancel.DONE);
		}
		return (next.state().isResult() && this.orders.keepLate(assessmentId, next.result().name())) ? Advance.LATE
				: Advance.NONE;
	}

	/**
	 * What came of something that a provider said.
	 */
	enum Advance {

		/** It was no news, or came out of turn. */
		NONE,
		/** The verification moved on. */
		MOVED,
		/** It is the result of a check that we had cancelled. */
		LATE

	}

}
