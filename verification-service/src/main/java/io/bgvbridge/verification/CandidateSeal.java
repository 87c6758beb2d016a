package io.bgvbridge.verification;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.CheckLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
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

	@Bean
	static SealedColumn sealedCandidate() {
		return new SealedColumn("verification", "assessment_id", "sealed_candidate", TABLE);
	}

	/** Kept as updates carry it. */
	@Bean
	static SealedColumn sealedWords() {
		return new SealedColumn("verification", "assessment_id", "sealed_words", Topics.VERIFICATION_UPDATED);
	}

	Requested fromEvent(UUID assessmentId, byte[] sealed) {
		byte[] plain = this.sealing.open(Topics.VERIFICATION_REQUESTED, assessmentId.toString(), sealed);
		return new Requested(candidate(plain), this.json.readTree(plain).path("packageName").asString(""));
	}

	byte[] seal(UUID assessmentId, Candidate candidate) {
		return this.sealing.seal(TABLE, assessmentId.toString(), this.json.writeValueAsBytes(candidate));
	}

	/** The person, of whom something must be kept still. */
	Candidate open(Verification verification) {
		byte[] sealed = Objects.requireNonNull(verification.sealedCandidate(), "the person was erased");
		return candidate(this.sealing.open(TABLE, verification.assessmentId().toString(), sealed));
	}

	/** What an update carries sealed; null if there is nothing. */
	byte @Nullable [] sealTold(UUID assessmentId, String packageName, Details details) {
		Told told = new Told(details.words(), packageName, details.checks());
		return told.equals(Told.NOTHING) ? null : this.sealing.seal(Topics.VERIFICATION_UPDATED,
				assessmentId.toString(), this.json.writeValueAsBytes(told));
	}

	/** Whether an update would say the same as the last did. */
	boolean isTold(Verification verification, Details details) {
		return Objects.equals(details.expectedAt(), verification.expectedAt())
				&& told(verification).equals(new Told(details.words(), verification.packageName(), details.checks()));
	}

	private Told told(Verification verification) {
		byte[] sealed = verification.sealedWords();
		if (sealed == null) {
			return Told.NOTHING;
		}
		Read read = this.json.readValue(
				this.sealing.open(Topics.VERIFICATION_UPDATED, verification.assessmentId().toString(), sealed),
				Read.class);
		return new Told((read.words() != null) ? read.words() : "",
				(read.packageName() != null) ? read.packageName() : "",
				(read.checks() != null) ? read.checks() : List.of());
	}

	private Candidate candidate(byte[] plain) {
		return this.json.readValue(plain, Candidate.class);
	}

	/**
	 * What a request holds sealed.
	 *
	 * @param candidate the person
	 * @param packageName the provider's name of what is ordered; empty if unknown
	 */
	record Requested(Candidate candidate, String packageName) {

	}

	/**
	 * What the sealed field of an update holds.
	 *
	 * @param words the vendor's words for the recruiter
	 * @param packageName the provider's name of what is ordered
	 * @param checks how each check stands
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	private record Told(String words, String packageName, List<CheckLine> checks) {

		static final Told NOTHING = new Told("", "", List.of());

	}

	/**
	 * The same as it is read: whatever was empty is missing.
	 *
	 * @param words the vendor's words for the recruiter
	 * @param packageName the provider's name of what is ordered
	 * @param checks how each check stands
	 */
	private record Read(@Nullable String words, @Nullable String packageName, @Nullable List<CheckLine> checks) {

	}

}
