package io.bgvbridge.gateway.connection;

import java.util.UUID;

/**
 * A service's observation of one side of a connection.
 *
 * @param eventId identity of the observation
 * @param connectionId the connection
 * @param side the observed end
 * @param credentialsVersion version of that side's credentials that were used
 * @param observation what was seen
 */
record Observed(UUID eventId, UUID connectionId, Side side, long credentialsVersion, Observation observation) {

}
