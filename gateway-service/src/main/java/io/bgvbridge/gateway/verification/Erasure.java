package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.gateway.assessment.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * A demand that a person be forgotten.
 *
 * @param eventId identity of the demand
 * @param at when it was made
 * @param connectionId the connection
 * @param assessmentId the check
 * @param candidateId Ashby's id of the candidate who is forgotten in every check; null if
 * it is about this check alone
 */
record Erasure(UUID eventId, Instant at, UUID connectionId, UUID assessmentId, @Nullable String candidateId) {

	static Erasure ofCheck(UUID connectionId, UUID assessmentId) {
		return now(connectionId, assessmentId, null);
	}

	static Erasure ofCandidate(Assessment assessment) {
		return now(assessment.connectionId(), assessment.assessmentId(), assessment.candidateId());
	}

	private static Erasure now(UUID connectionId, UUID assessmentId, @Nullable String candidateId) {
		return new Erasure(Generators.timeBasedEpochRandomGenerator().generate(),
				Instant.now().truncatedTo(ChronoUnit.MILLIS), connectionId, assessmentId, candidateId);
	}

}
