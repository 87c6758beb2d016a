package io.bgvbridge.gateway.console;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import io.bgvbridge.gateway.connection.ConnectionPatch;
import io.bgvbridge.gateway.connection.ConnectionView;
import io.bgvbridge.gateway.connection.StartRule;
import io.bgvbridge.gateway.connection.WorkLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form that changes a connection, as it came. Secrets and addresses that are left
 * empty stay; anything else that is emptied is removed.
 *
 * @param name the operator's name for the connection
 * @param ashbyKey Ashby's newer API key
 * @param ashbyUrl newer address of Ashby's API
 * @param webhookSecret what Ashby signs webhooks with
 * @param partnerId Ashby's id of us
 * @param apiToken the provider account's newer token
 * @param providerUrl newer address of the provider's API
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
 * @param reportFile whether reports are put into candidates' files in Ashby
 * @param startWhen stageTitle, stageId or onHire; empty for no rule
 * @param startStage the stage of the rule
 * @param startPackage the package that the rule orders
 */
record EditForm(@Nullable String name, @Nullable String ashbyKey, @Nullable String ashbyUrl,
		@Nullable String webhookSecret, @Nullable String partnerId, @Nullable String apiToken,
		@Nullable String providerUrl, @Nullable String accountId, @Nullable String signingSecret, @Nullable String node,
		@Nullable String country, @Nullable String region, @Nullable String city, @Nullable String portalUrl,
		@Nullable String tokenExpiresAt, @Nullable String retentionDays, @Nullable String profileLink,
		@Nullable Boolean reportFile, @Nullable String startWhen, @Nullable String startStage,
		@Nullable String startPackage) {

	/** Only what differs: credentials that are said again would be tested again. */
	ConnectionPatch patch(ConnectionView present) {
		return new ConnectionPatch(Fields.json(this.name),
				new ConnectionPatch.AshbySide(Fields.json(this.ashbyKey), Fields.json(this.ashbyUrl),
						Fields.json(this.webhookSecret), Fields.json(this.partnerId)),
				account(present), rule(present.autoStart()),
				JsonNodeFactory.instance.booleanNode(Boolean.TRUE.equals(this.reportFile)),
				Fields.change(Objects.toString(present.retentionDays(), null), Fields.number(this.retentionDays)),
				Fields.json(this.profileLink), null);
	}

	private ConnectionPatch.ProviderSide account(ConnectionView present) {
		String expires = Optional.ofNullable(present.tokenExpiresAt())
			.map((at) -> at.atOffset(ZoneOffset.UTC).toLocalDate().toString())
			.orElse(null);
		// An older token's end says nothing about a newer token.
		JsonNode expiry = (Fields.text(this.apiToken) != null) ? Fields.json(this.tokenExpiresAt)
				: Fields.change(expires, Fields.json(this.tokenExpiresAt));
		return new ConnectionPatch.ProviderSide(Fields.json(this.apiToken), Fields.json(this.providerUrl),
				Fields.change(present.account().accountId(), Fields.json(this.accountId)),
				Fields.json(this.signingSecret), Fields.change(present.account().node(), Fields.json(this.node)),
				place(present.account().workLocation()),
				Fields.change(present.account().portalUrl(), Fields.json(this.portalUrl)), expiry);
	}

	private @Nullable JsonNode place(@Nullable WorkLocation before) {
		JsonNode known = (before != null) ? Fields.place(before.country(), before.state(), before.city()) : null;
		return Fields.change((known != null) ? known.toString() : null,
				Fields.place(this.country, this.region, this.city));
	}

	private @Nullable JsonNode rule(@Nullable StartRule before) {
		String when = Fields.text(this.startWhen);
		if (when == null) {
			return (before != null) ? JsonNodeFactory.instance.nullNode() : null;
		}
		ObjectNode rule = JsonNodeFactory.instance.objectNode();
		if (when.equals("onHire")) {
			rule.put("onHire", true);
		}
		else {
			rule.put(when, Fields.text(this.startStage));
		}
		return rule.put("packageKey", Fields.text(this.startPackage));
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "EditForm[name=" + this.name + "]";
	}

}
