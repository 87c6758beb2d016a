package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.verification.VerificationStore.Beginning;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.connection.Demands;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What verifications are asked to do, in whatever order it arrives: to begin, to go on
 * for a recruiter, to end.
 */
@Component
class Requests {

	private final Inbox inbox;

	private final People people;

	private final CandidateSeal seal;

	private final Verifications verifications;

	private final Connections connections;

	private final Demands demands;

	Requests(Inbox inbox, People people, CandidateSeal seal, Verifications verifications, Connections connections,
			Demands demands) {
		this.inbox = inbox;
		this.people = people;
		this.seal = seal;
		this.verifications = verifications;
		this.connections = connections;
		this.demands = demands;
	}

	/** Takes a request; one that repeats a known verification orders nothing. */
	@Transactional
	void request(RequestVerification command) {
		if (!this.inbox.take(command.eventId())) {
			return;
		}
		String candidateId = this.people.asOfNow(command.connectionId(), command.candidateId());
		if (this.people.isErased(command.connectionId(), candidateId)) {
			beginEnded(command, candidateId, Reason.CANDIDATE_ERASED);
			return;
		}
		if (this.connections.isDeleted(command.connectionId())) {
			// Nobody would ever do it, and it would keep the person's data for ever.
			beginEnded(command, candidateId, Reason.CANCELLED_BY_OPERATOR);
			return;
		}
		CandidateSeal.Requested requested = this.seal.fromEvent(command.assessmentId(), command.sealed());
		if (this.verifications.begin(command, beginning(command.assessmentId(), candidateId, requested))) {
			order(command, requested.candidate());
		}
		else {
			repeat(command);
		}
	}

	private Beginning beginning(UUID assessmentId, String candidateId, CandidateSeal.Requested requested) {
		return new Beginning(candidateId, requested.packageName(), this.seal.seal(assessmentId, requested.candidate()),
				Progress.of(State.REQUESTED), this.seal.sealTold(assessmentId, requested.packageName(), Details.NONE),
				false);
	}

	private void order(RequestVerification command, Candidate candidate) {
		if (!this.demands.of(command.connectionId(), command.provider())
			.stream()
			.allMatch((need) -> need.isMet(candidate))) {
			this.verifications.raiseCompletion(command.assessmentId(), command.connectionId());
		}
		else {
			this.verifications.raiseOrder(command.assessmentId(), command.connectionId());
		}
	}

	/**
	 * Ashby would show "Started" for ever if its repeated start met silence; and it has
	 * to be told how a check stands that a recruiter takes over.
	 */
	private void repeat(RequestVerification command) {
		Verification known = this.verifications.lock(command.assessmentId());
		boolean takenOver = known.origin() == Origin.AUTO_START && command.origin() == Origin.RECRUITER;
		if (takenOver || known.state().isFinal()) {
			this.verifications.repeat(known, takenOver ? Origin.RECRUITER : known.origin());
		}
	}

	/** Takes a cancel, whether or not the request came before it. */
	@Transactional
	void cancel(CancelVerification command) {
		RequestVerification cancelled = command.verification();
		if (!this.inbox.take(cancelled.eventId())) {
			return;
		}
		String candidateId = this.people.asOfNow(cancelled.connectionId(), cancelled.candidateId());
		Reason reason = this.people.isErased(cancelled.connectionId(), candidateId) ? Reason.CANDIDATE_ERASED
				: command.reason();
		if (!beginEnded(cancelled, candidateId, reason)) {
			this.verifications.end(this.verifications.lock(cancelled.assessmentId()), command.reason());
		}
	}

	/** Whoever requests it later finds it ended. */
	private boolean beginEnded(RequestVerification command, String candidateId, Reason reason) {
		return this.verifications.begin(command,
				Beginning.ended(candidateId, Progress.of(State.CANCELLED, reason), reason == Reason.CANDIDATE_ERASED));
	}

}
