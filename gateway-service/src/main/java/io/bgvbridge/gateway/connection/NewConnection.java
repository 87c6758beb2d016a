package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A new connection.
 *
 * @param connectionId its identity
 * @param status where it stands
 * @param externalApiToken for Ashby's integration tile; told once
 * @param baseUrl for Ashby's integration tile
 * @param callbackUrl for the provider
 * @param callbackSecret the bearer secret that the provider shows; told once; absent if
 * it signs with a secret of its own
 * @param webhookUrl where Ashby's webhooks go
 * @param webhookSecretSet whether webhooks can be told from forgeries
 * @param partnerIdSet whether Ashby's id of us is known
 * @param autoStart the rule that starts checks; null for none
 * @param reportFile whether reports are put into candidates' files in Ashby
 * @param tokenExpiresAt when the provider's token runs out; null if nobody said
 * @param retentionDays how many days closed checks keep who they are about; null for good
 * @param profileLink where Ashby's link to a report leads
 */
public record NewConnection(UUID connectionId, Status status, String externalApiToken, String baseUrl,
		String callbackUrl, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String callbackSecret,
		String webhookUrl, boolean webhookSecretSet, boolean partnerIdSet, @Nullable StartRule autoStart,
		boolean reportFile, @Nullable Instant tokenExpiresAt, @Nullable Integer retentionDays,
		ProfileLink profileLink) {

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "NewConnection[" + this.connectionId + "]";
	}

}
