package io.bgvbridge.gateway.assessment;

import java.time.Instant;
import java.util.UUID;

/**
 * A cancel that Kafka holds.
 *
 * @param eventId identity of the record
 * @param at when it was published
 * @param assessmentId the check
 * @param by who cancelled
 */
public record Cancellation(UUID eventId, Instant at, UUID assessmentId, Canceller by) {

}
