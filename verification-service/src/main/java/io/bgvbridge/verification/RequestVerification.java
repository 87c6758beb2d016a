package io.bgvbridge.verification;

import java.time.Instant;
import java.util.UUID;

/**
 * The command to verify a person.
 *
 * @param eventId identity of the event that carried it
 * @param assessmentId the verification's id
 * @param connectionId the connection that it runs over
 * @param candidateId Ashby's id of the person
 * @param packageKey the provider's key of what is ordered
 * @param provider the provider's name
 * @param startedAt when it was started in Ashby
 * @param sealed the person's data, sealed for the event's topic
 */
record RequestVerification(UUID eventId, UUID assessmentId, UUID connectionId, String candidateId, String packageKey,
		String provider, Instant startedAt, byte[] sealed) {

}
