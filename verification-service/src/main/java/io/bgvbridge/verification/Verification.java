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
 * @param applicationId Ashby's id of the application; empty in old rows
 * @param candidateId Ashby's id of the person as of now
 * @param assessmentTypeId the package as Ashby knows it; null in old rows
 * @param packageKey the provider's key of what is ordered
 * @param packageName the provider's name of what is ordered; empty if unknown
 * @param provider the provider's name
 * @param origin who asked
 * @param sealedCandidate the person's data, sealed; null once erased, and for a check
 * that was cancelled before it was requested
 * @param startedAt when it was started in Ashby
 * @param state where it stands
 * @param reason why, where the state does not say it
 * @param result what it is called in Ashby
 * @param expectedAt when the provider expects to be done; null if it does not say
 * @param revision counts its published changes
 * @param attempt number of the order that the state belongs to; 0 before the first
 * @param providerReference the provider's id of the order; null until known
 * @param sealedWords what updates carry sealed, for their topic; null if nothing
 * @param erased whether the person was erased
 * @param saidAt when the provider said what the state shows; null where it is read
 * @param resendKey key of the invitation that is to be sent once more; null if none is
 * @param resolveReference the order that an operator says is this check's; null if none
 * @param orderCancel what becomes of the order, if the check was cancelled here
 * @param personErasure whether the provider is to erase the person
 */
record Verification(UUID assessmentId, UUID connectionId, String applicationId, String candidateId,
		@Nullable UUID assessmentTypeId, String packageKey, String packageName, String provider, Origin origin,
		byte @Nullable [] sealedCandidate, Instant startedAt, State state, Reason reason, Result result,
		@Nullable Instant expectedAt, long revision, int attempt, @Nullable String providerReference,
		byte @Nullable [] sealedWords, boolean erased, @Nullable Instant saidAt, @Nullable UUID resendKey,
		@Nullable String resolveReference, OrderCancel orderCancel, PersonErasure personErasure) {

	Progress progress() {
		return new Progress(this.state, this.reason, this.result);
	}

}
