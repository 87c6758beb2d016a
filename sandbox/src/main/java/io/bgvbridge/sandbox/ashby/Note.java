package io.bgvbridge.sandbox.ashby;

import java.time.Instant;

/**
 * A note that was written on a candidate.
 *
 * @param id uuid
 * @param candidateId the candidate, another one after a merge
 * @param text text or HTML as sent
 * @param isPrivate whether only some people see it
 * @param createdAt when it arrived
 */
public record Note(String id, String candidateId, String text, boolean isPrivate, Instant createdAt) {

	Note ownedBy(String survivor) {
		return new Note(this.id, survivor, this.text, this.isPrivate, this.createdAt);
	}

}
