package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an operator chose for a connection.
 *
 * @param autoStart the rule that starts checks; null for none
 * @param reportFile whether reports are put into candidates' files in Ashby
 * @param partnerId Ashby's id of us as its partner; null if it gave none
 * @param tokenExpiresAt when the provider's token runs out; null if nobody said
 * @param retentionDays how many days closed checks keep who they are about; null for good
 * @param profileLink where Ashby's link to a report leads
 */
public record Setup(@Nullable StartRule autoStart, boolean reportFile, @Nullable UUID partnerId,
		@Nullable Instant tokenExpiresAt, @Nullable Integer retentionDays, ProfileLink profileLink) {

	static final Setup NONE = new Setup(null, false, null, null, null, ProfileLink.REPORT);

}
