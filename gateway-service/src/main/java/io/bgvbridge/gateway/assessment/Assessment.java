package io.bgvbridge.gateway.assessment;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The row behind an id that Ashby was given.
 *
 * @param assessmentId the id
 * @param connectionId the connection that it was started over
 * @param applicationId Ashby's id of the application
 * @param assessmentTypeId what was ordered, as Ashby calls it
 * @param createdAt when it was started, in whole milliseconds: the first timestamp that
 * Ashby was given
 * @param closedAt when it was closed; null while another start would find it again
 */
public record Assessment(UUID assessmentId, UUID connectionId, String applicationId, UUID assessmentTypeId,
		Instant createdAt, @Nullable Instant closedAt) {

}
