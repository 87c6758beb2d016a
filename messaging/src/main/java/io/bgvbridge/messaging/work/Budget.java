package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.UUID;

/**
 * What one side of one connection may be asked for, over all instances of a service.
 *
 * @param connectionId the connection
 * @param side the end of the connection
 * @param enabled whether work is done at all
 * @param credentialsVersion version of the side's credentials; a newer one lifts a stop
 * @param inFlight how many pieces of work may run at once
 * @param spacing mean time between two of them; bursts of one turn are allowed
 */
public record Budget(UUID connectionId, String side, boolean enabled, long credentialsVersion, int inFlight,
		Duration spacing) {

}
