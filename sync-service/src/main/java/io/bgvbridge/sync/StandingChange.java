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
 * @param subject whom it is about
 * @param standing how it stands
 * @param startRepeated whether Ashby is to be told once more
 * @param erased whether everything personal is to be dropped
 */
record StandingChange(UUID eventId, UUID assessmentId, UUID connectionId, Instant startedAt, Subject subject,
		Standing standing, boolean startRepeated, boolean erased) {

}
