package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Everything that a provider offers over a connection.
 *
 * @param eventId identity of the listing
 * @param connectionId the connection
 * @param listedAt when the provider was asked
 * @param packages all packages
 * @param credits orders that the account can still pay for; null if the provider does not
 * tell
 * @param required what the account demands of every candidate; empty if the provider does
 * not tell
 */
record Listing(UUID eventId, UUID connectionId, Instant listedAt, List<OrderablePackage> packages,
		@Nullable Long credits, Set<CandidateNeed> required) {

}
