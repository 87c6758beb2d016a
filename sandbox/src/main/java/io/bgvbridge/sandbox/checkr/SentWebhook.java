package io.bgvbridge.sandbox.checkr;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver a webhook.
 *
 * @param time when it was sent
 * @param eventId the event, the same in every repetition
 * @param type the event's type
 * @param body the body as sent
 * @param status what the receiver answered, null without an answer
 * @param outcome {@code answered}, {@code failed} or {@code no-url}
 */
public record SentWebhook(Instant time, String eventId, String type, String body, @Nullable Integer status,
		String outcome) {

	boolean isSettled() {
		return this.outcome.equals("no-url") || (this.status != null && this.status / 100 == 2);
	}

}
