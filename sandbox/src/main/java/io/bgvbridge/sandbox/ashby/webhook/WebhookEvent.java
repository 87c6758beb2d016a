package io.bgvbridge.sandbox.ashby.webhook;

import java.util.UUID;

import io.bgvbridge.sandbox.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened, as it is sent.
 *
 * @param action kind of event
 * @param webhookActionId shared by all events of one deed, null for a ping
 * @param data facts of this kind of event
 */
public record WebhookEvent(String action, @Nullable String webhookActionId, JsonNode data) {

	static final WebhookEvent PING = new WebhookEvent("ping", null, Json.object().put("webhookActionType", "ping"));

	/** A new id for one deed. */
	public static String newActionId() {
		return UUID.randomUUID().toString();
	}

	byte[] body() {
		ObjectNode body = Json.object().put("action", this.action);
		body.set("data", this.data);
		if (this.webhookActionId != null) {
			body.put("webhookActionId", this.webhookActionId);
		}
		return Json.bytes(body);
	}

	@Override
	public String toString() {
		return "WebhookEvent[" + this.action + ", " + this.webhookActionId + "]";
	}

}
