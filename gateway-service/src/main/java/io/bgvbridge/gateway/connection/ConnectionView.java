package io.bgvbridge.gateway.connection;

import java.time.Instant;
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
 * @param webhookUrl where Ashby's webhooks go
 * @param webhookSecretSet whether webhooks can be told from forgeries
 * @param partnerIdSet whether Ashby's id of us is known
 * @param autoStart the rule that starts checks; null for none
 * @param reportFile whether reports are put into candidates' files in Ashby
 * @param tokenExpiresAt when the provider's token runs out; null if nobody said
 * @param account what it says of the provider's account
 * @param retentionDays how many days closed checks keep who they are about; null for good
 * @param profileLink where Ashby's link to a report leads
 * @param test the newest test of both sides
 * @param problem what should be mended; null if nothing is known to be wrong
 */
public record ConnectionView(UUID connectionId, String name, Status status, String provider, int packages,
		@Nullable Long credits, String webhookUrl, boolean webhookSecretSet, boolean partnerIdSet,
		@Nullable StartRule autoStart, boolean reportFile, @Nullable Instant tokenExpiresAt, AccountView account,
		@Nullable Integer retentionDays, ProfileLink profileLink, ConnectionTest test, @Nullable String problem) {

}
