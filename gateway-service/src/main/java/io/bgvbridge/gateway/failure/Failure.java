package io.bgvbridge.gateway.failure;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody.
 *
 * @param what verification or connection
 * @param connectionId the connection
 * @param assessmentId the verification; null if it is the connection that does not work
 * @param provider the provider's code
 * @param service the service that could not go on; null for a connection
 * @param kind the kind of its work; null for a connection
 * @param reason closed code of why
 * @param outcome PARKED if somebody is asked, GIVEN_UP if nothing more is tried, FAILED
 * for a connection
 * @param since since when
 * @param todo what to do, in a sentence or two
 */
public record Failure(String what, UUID connectionId, @Nullable UUID assessmentId, String provider,
		@Nullable String service, @Nullable String kind, String reason, String outcome, Instant since, String todo) {

}
