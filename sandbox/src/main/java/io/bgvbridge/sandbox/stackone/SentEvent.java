package io.bgvbridge.sandbox.stackone;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One event that was due.
 *
 * @param time when it was sent
 * @param orderId the order
 * @param event the event's name
 * @param body the body as sent
 * @param status what the receiver answered, null without an answer
 * @param outcome {@code answered}, {@code failed} or {@code no-url}
 */
public record SentEvent(Instant time, String orderId, String event, String body, @Nullable Integer status,
		String outcome) {
}
