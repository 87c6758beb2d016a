package io.bgvbridge.verification;

import java.util.Objects;

import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.connection.Demands;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Need;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.State;

import org.springframework.stereotype.Component;

/**
 * Asks Ashby for what the provider needs and a request lacks: the phone, which no start
 * carries and the gateway could not learn in time, or the e-mail of a candidate whom a
 * rule sent.
 */
@Component
class CompleteCandidate implements WorkHandler {

	static final String KIND = "complete-candidate";

	private final VerificationStore store;

	private final CandidateSeal seal;

	private final Connections connections;

	private final CandidateLookup ashby;

	private final Verifications verifications;

	private final Demands demands;

	CompleteCandidate(VerificationStore store, CandidateSeal seal, Connections connections, CandidateLookup ashby,
			Verifications verifications, Demands demands) {
		this.store = store;
		this.seal = seal;
		this.connections = connections;
		this.ashby = ashby;
		this.verifications = verifications;
		this.demands = demands;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Verification verification = this.store.get(item.subjectId());
		if (verification.state().isFinal()) {
			return Outcome.nothing();
		}
		Candidate candidate = this.ashby
			.find(item, this.connections.ashbyAccess(verification.connectionId()), verification.candidateId())
			.map((found) -> completed(this.seal.open(verification), found))
			.orElseGet(() -> this.seal.open(verification));
		for (Need need : this.demands.of(verification.connectionId(), verification.provider())) {
			if (!need.isMet(candidate)) {
				return failed(verification, (need == Need.PHONE) ? Reason.MISSING_PHONE : Reason.INVALID_CANDIDATE);
			}
		}
		return new Outcome.Done(() -> this.verifications.complete(verification.assessmentId(), candidate));
	}

	private static Candidate completed(Candidate known, io.bgvbridge.ashby.Candidate found) {
		String email = known.email().isBlank() ? Objects.requireNonNullElse(found.email(), "") : known.email();
		return new Candidate(known.firstName(), known.lastName(), email,
				(known.phone() != null) ? known.phone() : found.phone());
	}

	private Outcome failed(Verification verification, Reason reason) {
		return new Outcome.Done(() -> this.verifications.advance(verification.assessmentId(),
				Progress.of(State.FAILED_TO_START, reason), Details.NONE));
	}

}
