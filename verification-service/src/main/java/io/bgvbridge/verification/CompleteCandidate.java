package io.bgvbridge.verification;

import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.State;

import org.springframework.stereotype.Component;

/**
 * Asks Ashby for the phone that its start call does not carry, where the gateway could
 * not learn it in time.
 */
@Component
class CompleteCandidate implements WorkHandler {

	static final String KIND = "complete-candidate";

	private final VerificationStore store;

	private final CandidateSeal seal;

	private final Connections connections;

	private final CandidateLookup ashby;

	private final Verifications verifications;

	CompleteCandidate(VerificationStore store, CandidateSeal seal, Connections connections, CandidateLookup ashby,
			Verifications verifications) {
		this.store = store;
		this.seal = seal;
		this.connections = connections;
		this.ashby = ashby;
		this.verifications = verifications;
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
		String phone = this.ashby.phone(item, this.connections.ashbyAccess(verification.connectionId()),
				verification.candidateId());
		if (phone == null) {
			return new Outcome.Done(() -> this.verifications.advance(verification.assessmentId(),
					Progress.of(State.FAILED_TO_START, Reason.MISSING_PHONE), ""));
		}
		Candidate candidate = this.seal.open(verification).withPhone(phone);
		return new Outcome.Done(() -> this.verifications.complete(verification.assessmentId(), candidate));
	}

}
