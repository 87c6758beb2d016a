package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Command: change a connection.
 *
 * @param name the new name; null to leave it
 * @param ashbyKey the new key; null to leave it
 * @param providerToken the new token; null to leave it
 * @param webhookSecret the new secret
 * @param overlap how long an older webhook secret stays valid
 * @param partnerId Ashby's id of us
 * @param autoStart the rule
 * @param reportFile whether reports go to Ashby; null to leave it
 */
record ConnectionChange(@Nullable String name, @Nullable String ashbyKey, @Nullable String providerToken,
		Edit<String> webhookSecret, Duration overlap, Edit<UUID> partnerId, Edit<StartRule> autoStart,
		@Nullable Boolean reportFile) {

	Setup setup(Setup present) {
		return new Setup(this.autoStart.of(present.autoStart()),
				(this.reportFile != null) ? this.reportFile : present.reportFile(),
				this.partnerId.of(present.partnerId()));
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "ConnectionChange";
	}

}
