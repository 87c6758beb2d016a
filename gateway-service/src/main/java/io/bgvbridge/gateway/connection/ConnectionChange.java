package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Command: change a connection.
 *
 * @param name the new name; null to leave it
 * @param ashbyKey the new key; null to leave it
 * @param ashbyUrl the new address of Ashby's API; null to leave it
 * @param account what becomes of the provider's account
 * @param webhookSecret the new secret
 * @param overlap how long older secrets of those who sign stay valid
 * @param partnerId Ashby's id of us
 * @param autoStart the rule
 * @param reportFile whether reports go to Ashby; null to leave it
 * @param retentionDays how many days closed checks keep who they are about
 * @param profileLink where Ashby's link to a report leads; null to leave it
 */
record ConnectionChange(@Nullable String name, @Nullable String ashbyKey, @Nullable URI ashbyUrl, AccountEdit account,
		Edit<String> webhookSecret, Duration overlap, Edit<UUID> partnerId, Edit<StartRule> autoStart,
		@Nullable Boolean reportFile, Edit<Integer> retentionDays, @Nullable ProfileLink profileLink) {

	boolean renewsAshby() {
		return this.ashbyKey != null || this.ashbyUrl != null;
	}

	Setup setup(Setup present) {
		return new Setup(this.autoStart.of(present.autoStart()),
				(this.reportFile != null) ? this.reportFile : present.reportFile(),
				this.partnerId.of(present.partnerId()), this.account.tokenExpiresAt(present.tokenExpiresAt()),
				this.retentionDays.of(present.retentionDays()),
				(this.profileLink != null) ? this.profileLink : present.profileLink());
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "ConnectionChange";
	}

}
