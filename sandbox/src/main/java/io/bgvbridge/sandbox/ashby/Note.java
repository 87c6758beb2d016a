package io.bgvbridge.sandbox.ashby;

import java.time.Instant;

/**
 * A note that was written on a candidate.
 *
 * @param id uuid
 * @param candidateId the candidate
 * @param text text or HTML as sent
 * @param createdAt when it arrived
 */
public record Note(String id, String candidateId, String text, Instant createdAt) {
}
