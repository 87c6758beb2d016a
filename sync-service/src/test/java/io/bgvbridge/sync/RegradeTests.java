package io.bgvbridge.sync;

import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A result changes after Ashby was told of it.
 */
@RunningSync
class RegradeTests extends SyncFixture {

	@ParameterizedTest
	@CsvSource({ "CLEAR, CONSIDER, Clear, Consider – review", "CONSIDER, CLEAR, Consider – review, Clear",
			"CONSIDER, FAILED_SEE_REPORT, Consider – review, Failed – see report" })
	void tellsTheNewerResultOnce(VerificationOutcome first, VerificationOutcome second, String firstWords,
			String secondWords) {
		connect();
		end(3, first);
		delivered(3);
		end(4, second);
		assertThat(delivered(4).getResultSent()).isTrue();
		end(5, second);
		await().until(() -> column("pushed_revision").equals(5L));
		assertQuiet(2);
		assertThat(results()).containsExactly(firstWords, secondWords);
		assertThat(statuses()).containsOnly("Completed");
	}

	@Test
	void keepsTheOldResultWhileItIsDisputedAndTellsTheNewerOnce() {
		connect();
		end(3, VerificationOutcome.CONSIDER);
		delivered(3);
		this.check.moves(4, VerificationState.DISPUTED);
		assertThat(delivered(4).getResultSent()).isFalse();
		assertThat(this.ashby.last().has("assessment_result")).isFalse();
		assertThat(this.ashby.last().has("cancelled_reason")).isFalse();
		end(5, VerificationOutcome.CLEAR);
		assertThat(delivered(5).getResultSent()).isTrue();
		end(6, VerificationOutcome.CLEAR);
		await().until(() -> column("pushed_revision").equals(6L));
		assertQuiet(3);
		assertThat(results()).containsExactly("Consider – review", "", "Clear");
	}

	@Test
	void isNotUndoneByOlderRevisionThatComesLate() {
		connect();
		end(3, VerificationOutcome.CLEAR);
		delivered(3);
		end(5, VerificationOutcome.CONSIDER);
		delivered(5);
		end(3, VerificationOutcome.CLEAR);
		this.check.moves(4, VerificationState.DISPUTED);
		end(5, VerificationOutcome.CLEAR);
		assertQuiet(2);
		assertThat(column("revision")).isEqualTo(5L);
		assertThat(column("outcome")).isEqualTo("CONSIDER");
		assertThat(results()).containsExactly("Clear", "Consider – review");
	}

	@Test
	void isTakenOnceThoughItsEventComesTwice() {
		connect();
		VerificationUpdated regraded = this.check
			.update(4, VerificationState.COMPLETED_REVIEW, VerificationOutcome.CONSIDER, UpdateReason.NONE)
			.setFinal$(true)
			.build();
		end(3, VerificationOutcome.CLEAR);
		delivered(3);
		this.check.take(regraded);
		delivered(4);
		this.check.take(regraded);
		assertQuiet(2);
	}

	@Test
	void isToldAfterTheEarlierResultWhoseOutcomeIsUnknown() {
		this.ashby.takesWhile(() -> {
			crash("push");
			end(4, VerificationOutcome.CONSIDER);
		});
		connect();
		end(3, VerificationOutcome.CLEAR);
		assertThat(delivered(4).getResultSent()).isTrue();
		assertThat(this.ashby.calls().get(1).body()).isEqualTo(this.ashby.calls().get(0).body());
		assertQuiet(3);
		assertThat(results()).containsExactly("Clear", "Consider – review");
	}

	private void end(long revision, VerificationOutcome outcome) {
		VerificationState state = (outcome == VerificationOutcome.CLEAR) ? VerificationState.COMPLETED_CLEAR
				: VerificationState.COMPLETED_REVIEW;
		this.check.ends(revision, state, outcome);
	}

}
