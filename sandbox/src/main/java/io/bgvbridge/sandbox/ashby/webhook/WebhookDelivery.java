package io.bgvbridge.sandbox.ashby.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver an event.
 *
 * @param number counts all attempts from 1
 * @param webhookId the receiver
 * @param action kind of event
 * @param webhookActionId id of the deed, null for a ping
 * @param attempt counts the attempts of this event at this receiver from 1
 * @param status the answered status, null when there was no answer
 * @param time when it was sent
 */
public record WebhookDelivery(long number, String webhookId, String action, @Nullable String webhookActionId,
		int attempt, @Nullable Integer status, Instant time) {
}
