package io.bgvbridge.verification;

import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.jspecify.annotations.Nullable;

/**
 * A background check of one person, as it is kept.
 *
 * @param assessmentId its id, in Ashby too
 * @param connectionId the connection that it runs over
 * @param candidateId Ashby's id of the person
 * @param packageKey the provider's key of what is ordered
 * @param provider the provider's name
 * @param sealedCandidate the person's data, sealed
 * @param startedAt when it was started in Ashby
 * @param state where it stands
 * @param reason why, where the state does not say it
 * @param result what it is called in Ashby
 * @param revision counts its published changes
 * @param attempt number of the order that the state belongs to; 0 before the first
 * @param providerReference the provider's id of the order; null until known
 * @param sealedWords the vendor's words for the recruiter, sealed for the topic of
 * updates
 */
record Verification(UUID assessmentId, UUID connectionId, String candidateId, String packageKey, String provider,
		byte[] sealedCandidate, Instant startedAt, State state, Reason reason, Result result, long revision,
		int attempt, @Nullable String providerReference, byte @Nullable [] sealedWords) {

	Progress progress() {
		return new Progress(this.state, this.reason, this.result);
	}

}
