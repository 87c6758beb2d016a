package io.bgvbridge.sync;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Ashby gets beside the status, as it changes.
 */
@RunningSync
class MetadataPushTests extends SyncFixture {

	private static final String ADJUDICATION = """
			{"checks":[{"type":"adjudication","label":"Adjudication","status":"%s"}]}""";

	@Test
	void followsTheExpectedDateWhereverItMoves() {
		connect();
		isExpected(3, "2026-11-05T10:00:00Z");
		assertThat(metadata()).containsEntry("bgv-eta", "2026-11-05");
		isExpected(4, "2026-11-12T10:00:00Z");
		assertThat(metadata()).containsEntry("bgv-eta", "2026-11-12");
		isExpected(5, "2026-11-09T10:00:00Z");
		assertThat(metadata()).containsEntry("bgv-eta", "2026-11-09");
		assertThat(statuses()).containsExactly("In progress", "In progress", "In progress");
		this.check.ends(6, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(6);
		assertThat(metadata()).doesNotContainKey("bgv-eta");
	}

	@Test
	void tellsTheAdjudicationBesideTheResultThatStays() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_REVIEW, VerificationOutcome.CONSIDER);
		delivered(3);
		isAdjudicated(4, "engaged");
		assertThat(metadata()).containsEntry("bgv-check-adjudication", "engaged");
		isAdjudicated(5, "pre-adverse action");
		assertThat(metadata()).containsEntry("bgv-check-adjudication", "pre-adverse action");
		assertThat(results()).containsExactly("Consider – review", "", "");
		assertThat(statuses()).containsOnly("Completed");
	}

	private void isExpected(long revision, String expected) {
		this.check.take(
				this.check.update(revision, VerificationState.IN_PROGRESS, VerificationOutcome.NONE, UpdateReason.NONE)
					.setExpectedAt(Instant.parse(expected))
					.build());
		delivered(revision);
	}

	private void isAdjudicated(long revision, String adjudication) {
		this.check.take(this.check
			.update(revision, VerificationState.COMPLETED_REVIEW, VerificationOutcome.CONSIDER, UpdateReason.NONE)
			.setFinal$(true)
			.setSealed(this.check.sealed(ADJUDICATION.formatted(adjudication)))
			.build());
		assertThat(delivered(revision).getResultSent()).isFalse();
	}

	private Map<String, String> metadata() {
		return this.ashby.last()
			.path("metadata")
			.valueStream()
			.collect(Collectors.toMap((value) -> value.path("identifier").asString(),
					(value) -> value.path("value").asString()));
	}

}
