package io.bgvbridge.verification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The command to verify a person.
 *
 * @param eventId identity of the event that carried it
 * @param assessmentId the verification's id
 * @param connectionId the connection that it runs over
 * @param applicationId Ashby's id of the application
 * @param candidateId Ashby's id of the person
 * @param assessmentTypeId the package as Ashby knows it; null in records of old
 * @param packageKey the provider's key of what is ordered
 * @param provider the provider's name
 * @param startedAt when it was started in Ashby
 * @param origin who asked
 * @param sealed the person's data and the package's name, sealed for the event's topic;
 * empty in a cancel
 */
record RequestVerification(UUID eventId, UUID assessmentId, UUID connectionId, String applicationId, String candidateId,
		@Nullable UUID assessmentTypeId, String packageKey, String provider, Instant startedAt, Origin origin,
		byte[] sealed) {

}
