package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A verification changed.
 *
 * @param eventId identity of the report
 * @param at when it changed
 * @param assessmentId the verification
 * @param connectionId its connection
 * @param revision counts its changes
 * @param state where it stands now
 * @param reason closed code of why; NONE where the state says it
 * @param outcome closed code of the result; NONE until it is completed
 * @param last whether it is final
 * @param attempt number of the provider's order
 * @param provider the provider's code
 * @param providerReference the provider's id of the order; null until it is known
 * @param candidateId Ashby's id of the candidate as of now; empty if it was not told
 * @param erased whether the candidate was erased
 */
record Change(UUID eventId, Instant at, UUID assessmentId, UUID connectionId, long revision, State state, String reason,
		String outcome, boolean last, int attempt, String provider, @Nullable String providerReference,
		String candidateId, boolean erased) {

}
