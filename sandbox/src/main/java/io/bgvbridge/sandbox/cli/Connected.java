package io.bgvbridge.sandbox.cli;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway answers once when a connection is made.
 *
 * @param connectionId the connection's id
 * @param externalApiToken what Ashby sends as its credentials
 * @param baseUrl where Ashby calls
 * @param callbackUrl where the provider calls
 * @param callbackSecret the provider's bearer secret, null for one that signs
 * @param webhookUrl where Ashby sends webhooks, null if the answer does not say
 */
record Connected(String connectionId, String externalApiToken, String baseUrl, String callbackUrl,
		@Nullable String callbackSecret, @Nullable String webhookUrl) {

	static Connected read(JsonNode answer) {
		return new Connected(text(answer, "connectionId"), text(answer, "externalApiToken"), text(answer, "baseUrl"),
				text(answer, "callbackUrl"), answer.path("callbackSecret").stringValue(null),
				answer.path("webhookUrl").stringValue(null));
	}

	String requiredCallbackSecret() {
		if (this.callbackSecret == null) {
			throw new WalkFailure("POST /api/connections answered no callbackSecret");
		}
		return this.callbackSecret;
	}

	String requiredWebhookUrl() {
		if (this.webhookUrl == null) {
			throw new WalkFailure("POST /api/connections answered no webhookUrl");
		}
		return this.webhookUrl;
	}

	private static String text(JsonNode answer, String member) {
		if (!answer.path(member).isString()) {
			throw new WalkFailure("POST /api/connections answered no " + member);
		}
		return answer.path(member).stringValue();
	}

	@Override
	public String toString() {
		return "Connected[" + this.connectionId + "]";
	}

}
