package io.bgvbridge.sync;

import java.time.Instant;

import io.bgvbridge.sync.Assessment.Shown;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class NextTests {

	private static final Shown PROGRESS = new Shown(6, null, false, false, 1);

	private static final Shown RESULT = new Shown(6, "Clear", true, false, 1);

	private static final Shown PROGRESS_AFTER_RESULT = new Shown(6, null, true, false, 1);

	private static final Shown CANCELLED = new Shown(6, null, false, true, 1);

	@ParameterizedTest
	@CsvSource({ "IN_PROGRESS, NONE, Send, Send, Send, Withheld", "DISPUTED, NONE, Send, Send, Send, Withheld",
			"COMPLETED_CLEAR, CLEAR, Send, AlreadyShown, Send, Withheld",
			"COMPLETED_REVIEW, NEEDS_REVIEW, Send, Send, Send, Withheld",
			"CLOSED, NONE, Send, Withheld, Withheld, AlreadyShown",
			"INVITED, NONE, Nothing, Nothing, Nothing, Nothing" })
	void followsFromWhatAshbyHas(State state, Conclusion conclusion, String afterProgress, String afterResult,
			String afterDispute, String afterCancellation) {
		Standing standing = Samples.standing(state, Reason.NONE, conclusion, null);
		assertThat(next(standing, PROGRESS)).isEqualTo(afterProgress);
		assertThat(next(standing, RESULT)).isEqualTo(afterResult);
		assertThat(next(standing, PROGRESS_AFTER_RESULT)).isEqualTo(afterDispute);
		assertThat(next(standing, CANCELLED)).isEqualTo(afterCancellation);
	}

	@Test
	void isNothingForWhatWasPushedOrGivenUp() {
		Standing standing = Samples.standing(State.IN_PROGRESS, Reason.NONE, Conclusion.NONE, null);
		assertThat(next(standing, new Shown(7, null, false, false, 1))).isEqualTo("Nothing");
		assertThat(Next
			.of(new Assessment(Samples.ASSESSMENT, Samples.ASSESSMENT, Samples.STARTED, standing, PROGRESS, null, 7)))
			.isEqualTo(new Next.Nothing());
	}

	@ParameterizedTest
	@CsvSource({ "0, 60000, 60000", "0, 0, 1", "0, -5, 1", "60000, 60000, 60001", "70000, 60000, 70001" })
	void takesTheNextTimestampAfterEveryEarlierOne(long last, long occurred, long expected) {
		long started = Samples.STARTED.toEpochMilli();
		Standing standing = new Standing(7, State.IN_PROGRESS, Reason.NONE, Conclusion.NONE, "checkr", null, null,
				Instant.ofEpochMilli(started + occurred), false);
		Shown shown = new Shown(1, null, false, false, (last == 0) ? 0 : started + last);
		assertThat(Samples.assessment(standing, shown).nextTimestamp()).isEqualTo(started + expected);
	}

	@ParameterizedTest
	@EnumSource
	void knowsEveryState(VerificationState state) {
		assertThat(State.valueOf(state.name())).isNotNull();
	}

	@ParameterizedTest
	@EnumSource
	void knowsEveryReason(UpdateReason reason) {
		assertThat(Reason.valueOf(reason.name())).isNotNull();
	}

	@ParameterizedTest
	@EnumSource
	void knowsEveryOutcome(VerificationOutcome outcome) {
		assertThat(Conclusion.valueOf(outcome.name())).isNotNull();
	}

	private static String next(Standing standing, Shown shown) {
		return Next.of(Samples.assessment(standing, shown)).getClass().getSimpleName();
	}

}
