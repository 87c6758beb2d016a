package io.bgvbridge.sandbox.ashby;

import java.time.Instant;

/**
 * A file of a candidate.
 *
 * @param id uuid
 * @param candidateId the candidate, another one after a merge
 * @param name file name
 * @param handle the handle that it was uploaded with
 * @param contentType media type
 * @param size length in bytes
 * @param sha256 digest of the content in hexadecimal digits
 * @param attachedAt when it was attached
 */
public record CandidateFile(String id, String candidateId, String name, String handle, String contentType, int size,
		String sha256, Instant attachedAt) {

	CandidateFile ownedBy(String survivor) {
		return new CandidateFile(this.id, survivor, this.name, this.handle, this.contentType, this.size, this.sha256,
				this.attachedAt);
	}

}
