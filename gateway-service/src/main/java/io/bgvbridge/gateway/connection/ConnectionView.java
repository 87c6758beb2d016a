package io.bgvbridge.gateway.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A connection as operators see it; no secret is ever part of it.
 *
 * @param connectionId its identity
 * @param name the operator's name for it
 * @param status where it stands
 * @param provider the provider's code
 * @param packages how many packages can be ordered
 * @param credits orders that the account can still pay for; null if unknown
 * @param problem what should be mended; null if nothing is known to be wrong
 */
record ConnectionView(UUID connectionId, String name, Status status, String provider, int packages,
		@Nullable Long credits, @Nullable String problem) {

}
