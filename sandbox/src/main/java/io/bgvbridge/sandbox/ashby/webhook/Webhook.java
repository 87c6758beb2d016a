package io.bgvbridge.sandbox.ashby.webhook;

import java.net.URI;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One registered receiver of all events.
 *
 * @param id uuid
 * @param requestUrl where events are sent
 * @param secretToken key of the signature
 * @param enabled whether the last ping was answered with 2xx
 */
public record Webhook(String id, URI requestUrl, @JsonIgnore String secretToken, boolean enabled) {

	Webhook with(boolean nowEnabled) {
		return new Webhook(this.id, this.requestUrl, this.secretToken, nowEnabled);
	}

	@Override
	public String toString() {
		return "Webhook[" + this.id + ", " + this.requestUrl + "]";
	}

}
