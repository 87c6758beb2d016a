package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Work of a service that could not be finished in one go.
 *
 * @param eventId identity of the report
 * @param at when it was reported
 * @param assessmentId the verification
 * @param service the service
 * @param kind its kind of work
 * @param reason closed code of why
 * @param outcome closed code of what happens next
 * @param attempt how often the work was tried
 * @param nextTryAt when it is tried again; null unless it waits for that
 */
record Waiting(UUID eventId, Instant at, UUID assessmentId, String service, String kind, String reason, String outcome,
		int attempt, @Nullable Instant nextTryAt) {

}
