package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.uuid.Generators;

/**
 * An operation that an operator requested.
 *
 * @param eventId identity of the request
 * @param at when it was requested
 * @param connectionId the check's connection
 * @param assessmentId the check
 * @param operation what is to be done
 */
record Requested(UUID eventId, Instant at, UUID connectionId, UUID assessmentId, Operation operation) {

	static Requested now(VerificationView check, Operation operation) {
		return new Requested(Generators.timeBasedEpochRandomGenerator().generate(),
				Instant.now().truncatedTo(ChronoUnit.MILLIS), check.connectionId(), check.assessmentId(), operation);
	}

}
