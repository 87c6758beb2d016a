package io.bgvbridge.gateway.console;

import io.bgvbridge.gateway.connection.ConnectRequest;
import org.jspecify.annotations.Nullable;

/**
 * The connect form as it came; what is left empty is not said.
 *
 * @param kind the provider's code
 * @param name the operator's name for the connection
 * @param ashbyKey Ashby's API key
 * @param ashbyUrl address of Ashby's API
 * @param webhookSecret what Ashby signs webhooks with
 * @param partnerId Ashby's id of us
 * @param apiToken the provider account's token
 * @param providerUrl address of the provider's API
 * @param accountId which of the customer's accounts is meant
 * @param signingSecret what the provider signs with
 * @param node the part of the customer's organisation that orders
 * @param country where candidates are going to work
 * @param region the state of it
 * @param city the city of it
 * @param portalUrl the provider's own page of a check
 * @param tokenExpiresAt when the provider's token runs out
 * @param retentionDays how many days closed checks keep who they are about
 * @param profileLink where Ashby's link to a report leads
 */
record ConnectForm(@Nullable String kind, @Nullable String name, @Nullable String ashbyKey, @Nullable String ashbyUrl,
		@Nullable String webhookSecret, @Nullable String partnerId, @Nullable String apiToken,
		@Nullable String providerUrl, @Nullable String accountId, @Nullable String signingSecret, @Nullable String node,
		@Nullable String country, @Nullable String region, @Nullable String city, @Nullable String portalUrl,
		@Nullable String tokenExpiresAt, @Nullable String retentionDays, @Nullable String profileLink) {

	ConnectRequest request() {
		return new ConnectRequest(Fields.text(this.name),
				new ConnectRequest.AshbySide(Fields.text(this.ashbyKey), Fields.text(this.ashbyUrl),
						Fields.text(this.webhookSecret), Fields.text(this.partnerId)),
				new ConnectRequest.ProviderSide(Fields.text(this.kind), Fields.text(this.apiToken),
						Fields.text(this.providerUrl), Fields.json(this.accountId), Fields.json(this.signingSecret),
						Fields.json(this.node), Fields.place(this.country, this.region, this.city),
						Fields.json(this.portalUrl), Fields.json(this.tokenExpiresAt)),
				null, null, Fields.number(this.retentionDays), Fields.json(this.profileLink));
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "ConnectForm[name=" + this.name + "]";
	}

}
