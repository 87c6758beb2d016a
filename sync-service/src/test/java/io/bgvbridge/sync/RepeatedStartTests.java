package io.bgvbridge.sync;

import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class RepeatedStartTests extends SyncFixture {

	private static final String CHECKS = """
			{"packageName":"India Standard","checks":[{"type":"education","label":"Education","status":"%s"}]}""";

	@Test
	void tellsTheStatusOnceMoreButNoSecondResult() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(3);
		this.check.isStartedAgain(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		assertThat(delivered(4).getResultSent()).isFalse();
		JsonNode again = this.ashby.last();
		assertThat(again.path("assessment_status").path("value").asString()).isEqualTo("Completed");
		assertThat(again.has("assessment_profile_url")).isTrue();
		assertThat(again.path("timestamp").asLong())
			.isGreaterThan(this.ashby.accepted().getFirst().path("timestamp").asLong());
		this.check.ends(5, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		await().until(() -> column("pushed_revision").equals(5L));
		assertQuiet(2);
		assertThat(results()).containsExactly("Clear", "");
	}

	@Test
	void isNotForgottenForLaterRevisions() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(3);
		this.ashby.goesAway();
		this.check.isStartedAgain(4, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		this.check.ends(5, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		this.ashby.comesBack();
		await().until(() -> column("pushed_revision").equals(5L));
		assertThat(results()).containsExactly("Clear", "");
	}

	@Test
	void isNotClearedByAnEarlierUpdateThatWasUnderWay() {
		connect();
		this.check.ends(3, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR);
		delivered(3);
		this.ashby.takesWhile(() -> this.check.isStartedAgain(5, VerificationState.COMPLETED_REVIEW,
				VerificationOutcome.NEEDS_REVIEW));
		this.check.ends(4, VerificationState.COMPLETED_REVIEW, VerificationOutcome.NEEDS_REVIEW);
		assertThat(delivered(5).getResultSent()).isFalse();
		assertThat(results()).containsExactly("Clear", "Needs review", "");
	}

	@Test
	void tellsTheCancellationOnceMore() {
		connect();
		this.check.failsToStart(2, UpdateReason.MISSING_PHONE, "no phone");
		delivered(2);
		this.check.isStartedAgain(3, VerificationState.FAILED_TO_START, VerificationOutcome.NONE);
		assertThat(delivered(3).getCancelledReasonSent()).isTrue();
		assertQuiet(2);
	}

	@Test
	void tellsNewChecksOfFinalResultAsStatusOnly() {
		connect();
		tellChecks(3, "Verified");
		assertThat(delivered(3).getResultSent()).isTrue();
		tellChecks(4, "Discrepancy");
		assertThat(delivered(4).getResultSent()).isFalse();
		assertThat(this.ashby.last().path("metadata").toString()).contains("bgv-check-education")
			.contains("Discrepancy");
		tellChecks(5, "Discrepancy");
		await().until(() -> column("pushed_revision").equals(5L));
		assertQuiet(2);
		assertThat(results()).containsExactly("Clear", "");
	}

	@Test
	void replacesBlockedByInvited() {
		connect();
		this.check.moves(3, VerificationState.BLOCKED);
		delivered(3);
		this.check.moves(4, VerificationState.INVITED);
		delivered(4);
		assertThat(statuses()).containsExactly("Blocked", "Invited");
	}

	private void tellChecks(long revision, String status) {
		this.check.take(this.check
			.update(revision, VerificationState.COMPLETED_CLEAR, VerificationOutcome.CLEAR, UpdateReason.NONE)
			.setFinal$(true)
			.setSealed(this.check.sealed(CHECKS.formatted(status)))
			.build());
	}

}
