package io.bgvbridge.gateway.console;

import io.bgvbridge.gateway.connection.ConnectRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
 */
record ConnectForm(@Nullable String kind, @Nullable String name, @Nullable String ashbyKey, @Nullable String ashbyUrl,
		@Nullable String webhookSecret, @Nullable String partnerId, @Nullable String apiToken,
		@Nullable String providerUrl, @Nullable String accountId, @Nullable String signingSecret, @Nullable String node,
		@Nullable String country, @Nullable String region, @Nullable String city, @Nullable String portalUrl,
		@Nullable String tokenExpiresAt) {

	ConnectRequest request() {
		return new ConnectRequest(text(this.name),
				new ConnectRequest.AshbySide(text(this.ashbyKey), text(this.ashbyUrl), text(this.webhookSecret),
						text(this.partnerId)),
				new ConnectRequest.ProviderSide(text(this.kind), text(this.apiToken), text(this.providerUrl),
						json(this.accountId), json(this.signingSecret), json(this.node), place(), json(this.portalUrl),
						json(this.tokenExpiresAt)),
				null, null);
	}

	private @Nullable JsonNode place() {
		if (text(this.country) == null) {
			return null;
		}
		ObjectNode place = JsonNodeFactory.instance.objectNode();
		place.set("country", json(this.country));
		if (text(this.region) != null) {
			place.set("state", json(this.region));
		}
		if (text(this.city) != null) {
			place.set("city", json(this.city));
		}
		return place;
	}

	private static @Nullable JsonNode json(@Nullable String value) {
		String text = text(value);
		return (text != null) ? JsonNodeFactory.instance.stringNode(text) : null;
	}

	private static @Nullable String text(@Nullable String value) {
		return (value == null || value.isBlank()) ? null : value.strip();
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "ConnectForm[name=" + this.name + "]";
	}

}
