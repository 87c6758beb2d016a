package io.bgvbridge.gateway.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A service's observation of one side of a connection.
 *
 * @param eventId identity of the observation
 * @param connectionId the connection
 * @param side the observed end
 * @param credentialsVersion version of that side's credentials that were used
 * @param observation what was seen
 * @param testId the test that this answers; null if nobody asked
 * @param words what should be mended, where it is known more exactly; null else
 */
record Observed(UUID eventId, UUID connectionId, Side side, long credentialsVersion, Observation observation,
		@Nullable UUID testId, @Nullable String words) {

}
