package io.bgvbridge.gateway.verification;

import java.time.Instant;
import java.util.UUID;

/**
 * Ashby took an update.
 *
 * @param eventId identity of the report
 * @param at when Ashby took it
 * @param assessmentId the verification
 * @param revision the revision that Ashby shows now
 * @param resultSent whether it carried the result
 * @param cancelledReasonSent whether it cancelled the assessment
 */
record Delivery(UUID eventId, Instant at, UUID assessmentId, long revision, boolean resultSent,
		boolean cancelledReasonSent) {

}
