package io.bgvbridge.sync;

import java.time.Instant;
import java.util.List;

import io.bgvbridge.sync.Assessment.Shown;
import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class NextTests {

	private static final Shown PROGRESS = new Shown(6, null, null, false, false, 1);

	private static final Shown RESULT = new Shown(6, "Clear",
			UpdateDraft.gist(Samples
				.assessment(Samples.standing(State.COMPLETED_CLEAR, Reason.NONE, Conclusion.CLEAR, null), PROGRESS)),
			true, false, 1);

	private static final Shown PROGRESS_AFTER_RESULT = new Shown(6, null, null, true, false, 1);

	private static final Shown CANCELLED = new Shown(6, null, null, false, true, 1);

	@ParameterizedTest
	@CsvSource({ "IN_PROGRESS, NONE, Send, Send, Send, Withheld", "DISPUTED, NONE, Send, Send, Send, Withheld",
			"COMPLETED_CLEAR, CLEAR, Send, AlreadyShown, Send, Withheld",
			"COMPLETED_REVIEW, NEEDS_REVIEW, Send, Send, Send, Withheld",
			"CLOSED, NONE, Send, Withheld, Withheld, AlreadyShown", "INVITED, NONE, Send, Send, Send, Withheld" })
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
		assertThat(next(standing, new Shown(7, null, null, false, false, 1))).isEqualTo("Nothing");
		assertThat(Next.of(Samples.assessment(Origin.RECRUITER, standing, PROGRESS, 7, 0), null))
			.isEqualTo(new Next.Nothing());
	}

	@ParameterizedTest
	@EnumSource(names = { "REQUESTED", "INVITED" })
	void isNothingForTheStartThatTheGatewayHasTold(State state) {
		Standing standing = Samples.standing(state, Reason.NONE, Conclusion.NONE, null);
		assertThat(next(standing, Samples.NOTHING_SHOWN)).isEqualTo("Nothing");
	}

	@Test
	void tellsNewWordsOfTheSameResultWithoutTheResult() {
		Details details = new Details(null, "India Standard",
				List.of(new CheckLine("education", "Education", "Clear")));
		Standing standing = Samples.standing(State.COMPLETED_CLEAR, Reason.NONE, Conclusion.CLEAR, details, null, true);
		assertThat(Next.of(Samples.assessment(standing, RESULT), null)).isEqualTo(new Next.Send(false));
	}

	@Test
	void tellsRepeatedStartOnceMoreWithoutTheResult() {
		Standing standing = Samples.standing(State.COMPLETED_CLEAR, Reason.NONE, Conclusion.CLEAR, null);
		assertThat(Next.of(Samples.assessment(Origin.RECRUITER, standing, RESULT, 0, 7), null))
			.isEqualTo(new Next.Send(false));
		assertThat(Next.of(Samples.assessment(Origin.RECRUITER, standing, RESULT, 0, 6), null))
			.isEqualTo(new Next.AlreadyShown());
		assertThat(Next.of(Samples.assessment(Origin.RECRUITER, standing, RESULT, 6, 6), null))
			.isEqualTo(new Next.AlreadyShown());
		assertThat(Next.of(Samples.assessment(Origin.RECRUITER, standing, PROGRESS, 0, 7), null))
			.isEqualTo(new Next.Send(true));
	}

	@Test
	void tellsRepeatedStartOfCancelledCheckOnceMore() {
		Standing standing = Samples.standing(State.CLOSED, Reason.NONE, Conclusion.NONE, null);
		assertThat(Next.of(Samples.assessment(Origin.RECRUITER, standing, CANCELLED, 0, 7), null))
			.isEqualTo(new Next.Send(false));
		Standing completed = Samples.standing(State.COMPLETED_CLEAR, Reason.NONE, Conclusion.CLEAR, null);
		assertThat(Next.of(Samples.assessment(Origin.RECRUITER, completed, CANCELLED, 0, 7), null))
			.isEqualTo(new Next.Withheld("cancelled-in-ashby"));
	}

	@ParameterizedTest
	@CsvSource({ "IN_PROGRESS, NONE, partner, Nothing", "COMPLETED_CLEAR, CLEAR, partner, Complete",
			"COMPLETED_CLEAR, CLEAR,, Note", "CLOSED, NONE, partner, Note", "FAILED_TO_START, NONE,, Note" })
	void followsFromTheEndWhereAshbyDoesNotKnowTheCheck(State state, Conclusion conclusion, String partner,
			String expected) {
		Standing standing = Samples.standing(state, Reason.NONE, conclusion, null);
		Assessment assessment = Samples.assessment(Origin.AUTO_START, standing, Samples.NOTHING_SHOWN, 0, 0);
		assertThat(Next.of(assessment, partner).getClass().getSimpleName()).isEqualTo(expected);
		Shown told = new Shown(6, null, standing.end(), false, false, 1);
		assertThat(Next.of(Samples.assessment(Origin.AUTO_START, standing, told, 0, 0), partner))
			.isEqualTo(standing.ended() ? new Next.AlreadyShown() : new Next.Nothing());
	}

	@Test
	void isNoteForTheResultThatIsNotTakenAsCompletedAssessment() {
		Standing standing = Samples.standing(State.COMPLETED_CLEAR, Reason.NONE, Conclusion.CLEAR, null);
		assertThat(Next.of(new Assessment(Samples.ASSESSMENT, Samples.ASSESSMENT, Samples.STARTED,
				new Subject(Origin.AUTO_START, "candidate-1", Samples.TYPE), standing, Samples.NOTHING_SHOWN, null, 0,
				true, 0, false), "partner"))
			.isEqualTo(new Next.Note());
	}

	@Test
	void isNothingForTheErased() {
		Standing standing = Samples.standing(State.CLOSED, Reason.NONE, Conclusion.NONE, null);
		assertThat(Next.of(new Assessment(Samples.ASSESSMENT, Samples.ASSESSMENT, Samples.STARTED,
				new Subject(Origin.RECRUITER, "", null), standing, PROGRESS, null, 0, false, 0, true), null))
			.isEqualTo(new Next.Nothing());
	}

	@Test
	void withholdsTheEndOfCheckWithoutCandidate() {
		Standing standing = Samples.standing(State.CLOSED, Reason.NONE, Conclusion.NONE, null);
		assertThat(Next.of(new Assessment(Samples.ASSESSMENT, Samples.ASSESSMENT, Samples.STARTED,
				new Subject(Origin.AUTO_START, "", null), standing, Samples.NOTHING_SHOWN, null, 0, false, 0, false),
				null))
			.isEqualTo(new Next.Withheld("no-candidate"));
	}

	@ParameterizedTest
	@EnumSource
	void knowsEveryOrigin(CheckOrigin origin) {
		assertThat(Origin.valueOf(origin.name())).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "0, 60000, 60000", "0, 0, 1", "0, -5, 1", "60000, 60000, 60001", "70000, 60000, 70001" })
	void takesTheNextTimestampAfterEveryEarlierOne(long last, long occurred, long expected) {
		long started = Samples.STARTED.toEpochMilli();
		Standing standing = new Standing(7, State.IN_PROGRESS, Reason.NONE, Conclusion.NONE, "checkr", null,
				Details.NONE, null, Instant.ofEpochMilli(started + occurred), false);
		Shown shown = new Shown(1, null, null, false, false, (last == 0) ? 0 : started + last);
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
		return Next.of(Samples.assessment(standing, shown), null).getClass().getSimpleName();
	}

}
