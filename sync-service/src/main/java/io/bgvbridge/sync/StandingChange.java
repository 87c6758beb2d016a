package io.bgvbridge.sync;

import java.time.Instant;
import java.util.UUID;

/**
 * A verification stands differently now.
 *
 * @param eventId identity of the change
 * @param assessmentId the verification
 * @param connectionId the connection that it belongs to
 * @param startedAt when it was started in Ashby
 * @param standing how it stands
 */
record StandingChange(UUID eventId, UUID assessmentId, UUID connectionId, Instant startedAt, Standing standing) {

}
