package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
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

	private final People people;

	Verifications(VerificationStore store, Inbox inbox, WorkQueue work, CandidateSeal seal,
			VerificationPublisher publisher, People people) {
		this.store = store;
		this.inbox = inbox;
		this.work = work;
		this.seal = seal;
		this.publisher = publisher;
		this.people = people;
	}

	/** Takes a request; one that repeats a known verification orders nothing. */
	@Transactional
	void request(RequestVerification command) {
		if (!this.inbox.take(command.eventId())) {
			return;
		}
		String candidateId = this.people.asOfNow(command.connectionId(), command.candidateId());
		if (this.people.isErased(command.connectionId(), candidateId)) {
			insertEnded(command, candidateId, Reason.CANDIDATE_ERASED);
		}
		else {
			CandidateSeal.Requested requested = this.seal.fromEvent(command.assessmentId(), command.sealed());
			if (this.store.insert(command, beginning(command, candidateId, requested))) {
				begin(command, requested.candidate());
			}
			else {
				repeat(command);
			}
		}
	}

	private VerificationStore.Beginning beginning(RequestVerification command, String candidateId,
			CandidateSeal.Requested requested) {
		return new VerificationStore.Beginning(candidateId, requested.packageName(),
				this.seal.seal(command.assessmentId(), requested.candidate()), Progress.of(State.REQUESTED),
				this.seal.sealTold(command.assessmentId(), requested.packageName(), Details.NONE), false);
	}

	private void begin(RequestVerification command, Candidate candidate) {
		this.publisher.updated(this.store.get(command.assessmentId()));
		if (candidate.phone() == null || candidate.email().isBlank()) {
			this.work.raise(command.assessmentId(), CompleteCandidate.KIND, command.connectionId(), Connections.ASHBY);
		}
		else {
			raiseOrder(command.assessmentId(), command.connectionId());
		}
		log.info("verification.requested assessmentId={} connectionId={} origin={}", command.assessmentId(),
				command.connectionId(), command.origin());
	}

	/**
	 * Ashby would show "Started" for ever if its repeated start met silence; and it has
	 * to be told how a check stands that a recruiter takes over.
	 */
	private void repeat(RequestVerification command) {
		Verification known = this.store.lock(command.assessmentId());
		boolean takenOver = known.origin() == Origin.AUTO_START && command.origin() == Origin.RECRUITER;
		if (takenOver || known.state().isFinal()) {
			this.store.repeat(known.assessmentId(), takenOver ? Origin.RECRUITER : known.origin());
			this.publisher.repeated(this.store.get(known.assessmentId()));
			log.info("verification.repeated assessmentId={} takenOver={} state={}", known.assessmentId(), takenOver,
					known.state());
		}
	}

	/** Takes a cancel, whether or not the request came before it. */
	@Transactional
	void cancel(CancelVerification command) {
		RequestVerification cancelled = command.verification();
		if (!this.inbox.take(cancelled.eventId()) || insertEnded(cancelled,
				this.people.asOfNow(cancelled.connectionId(), cancelled.candidateId()), command.reason())) {
			return;
		}
		end(this.store.lock(cancelled.assessmentId()), command.reason());
	}

	/** Whoever requests it later finds it ended. */
	private boolean insertEnded(RequestVerification command, String candidateId, Reason reason) {
		boolean inserted = this.store.insert(command, VerificationStore.Beginning.ended(candidateId,
				Progress.of(State.CANCELLED, reason), reason == Reason.CANDIDATE_ERASED));
		if (inserted) {
			this.publisher.updated(this.store.get(command.assessmentId()));
			log.info("verification.ended-before-begin assessmentId={} reason={}", command.assessmentId(), reason);
		}
		return inserted;
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

	private void raiseCancel(Verification verification) {
		this.work.raise(verification.assessmentId(), CancelOrder.KIND, verification.connectionId(),
				Connections.PROVIDER);
	}

	Verification lock(UUID assessmentId) {
		return this.store.lock(assessmentId);
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
		if (current.state().isFinal()) {
			return;
		}
		this.store.complete(assessmentId, this.seal.seal(assessmentId, candidate));
		raiseOrder(assessmentId, current.connectionId());
	}

	/**
	 * Remembers the order at the provider; in the caller's transaction. One that was
	 * cancelled while the order was under way is cancelled at the provider next.
	 */
	void link(UUID assessmentId, int attempt, String account, String reference) {
		Verification current = this.store.lock(assessmentId);
		this.store.link(assessmentId, attempt, account, reference);
		if (current.state().isFinal()) {
			raiseCancel(current);
			return;
		}
		advance(assessmentId, Progress.of(State.INVITED), Details.NONE);
		// A callback may have come before the reference was known.
		raiseRefresh(assessmentId, current.connectionId());
	}

	/**
	 * Moves a verification on, if its state machine lets it; in the caller's transaction.
	 */
	Advance advance(UUID assessmentId, Progress next, Details details) {
		Verification current = this.store.lock(assessmentId);
		if (current.reason().isOurs()) {
			return (next.state().isResult() && this.store.keepLate(assessmentId, next)) ? Advance.LATE : Advance.NONE;
		}
		if (next.equals(current.progress()) && this.seal.isTold(current, details)) {
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
