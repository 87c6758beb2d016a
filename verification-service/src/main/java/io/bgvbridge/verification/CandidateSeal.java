package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.provider.Candidate;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Keeps personal data sealed: outside a call to a provider it is never in clear.
 */
@Component
class CandidateSeal {

	private static final String TABLE = "verification";

	private final Sealing sealing;

	private final JsonMapper json;

	CandidateSeal(Sealing sealing, JsonMapper json) {
		this.sealing = sealing;
		this.json = json;
	}

	Candidate fromEvent(UUID assessmentId, byte[] sealed) {
		return candidate(this.sealing.open(Topics.VERIFICATION_REQUESTED, assessmentId.toString(), sealed));
	}

	byte[] seal(UUID assessmentId, Candidate candidate) {
		return this.sealing.seal(TABLE, assessmentId.toString(), this.json.writeValueAsBytes(candidate));
	}

	Candidate open(Verification verification) {
		return candidate(
				this.sealing.open(TABLE, verification.assessmentId().toString(), verification.sealedCandidate()));
	}

	byte[] sealWords(UUID assessmentId, String words) {
		return this.sealing.seal(Topics.VERIFICATION_UPDATED, assessmentId.toString(),
				this.json.writeValueAsBytes(new Words(words)));
	}

	private Candidate candidate(byte[] plain) {
		return this.json.readValue(plain, Candidate.class);
	}

	/**
	 * What the sealed field of an update holds.
	 *
	 * @param words the vendor's words for the recruiter
	 */
	record Words(String words) {

	}

}
