package io.bgvbridge.sandbox.springverify;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One callback that was due.
 *
 * @param time when it was sent
 * @param candidateId the candidate
 * @param code overall status code in the body
 * @param body the body as sent
 * @param status what the receiver answered, null without an answer
 * @param outcome {@code answered}, {@code failed}, {@code no-url} or {@code disabled}
 */
public record SentCallback(Instant time, long candidateId, int code, String body, @Nullable Integer status,
		String outcome) {
}
