package io.bgvbridge.verification.state;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class StateTests {

	private static final Set<State> RESULTS = EnumSet.of(State.COMPLETED_CLEAR, State.COMPLETED_REVIEW,
			State.COMPLETED_EXCEPTION);

	private static final Set<State> ENDED = EnumSet.of(State.CANCELLED, State.EXPIRED, State.CLOSED);

	@Test
	void followsAnOrdinaryCheckToItsEnd() {
		assertMoves(State.REQUESTED, State.INVITED, State.AWAITING_CANDIDATE, State.IN_PROGRESS, State.REVIEW,
				State.ON_HOLD, State.COMPLETED_CLEAR);
	}

	@Test
	void movesBetweenOnHoldAndInProgressAsOftenAsTheProviderSays() {
		assertMoves(State.IN_PROGRESS, State.ON_HOLD, State.IN_PROGRESS, State.ON_HOLD, State.IN_PROGRESS);
	}

	@ParameterizedTest
	@CsvSource({ "INVITED,REQUESTED", "AWAITING_CANDIDATE,INVITED", "IN_PROGRESS,AWAITING_CANDIDATE",
			"REVIEW,AWAITING_CANDIDATE", "ON_HOLD,INVITED", "ACTION_NEEDED,INVITED", "BLOCKED,INVITED",
			"DISPUTED,AWAITING_CANDIDATE" })
	void refusesProgressOfALowerRank(State current, State next) {
		assertThat(current.accepts(next)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "AWAITING_CANDIDATE", "IN_PROGRESS", "ACTION_NEEDED", "ON_HOLD", "REVIEW" })
	void canBeBlockedAtAnyTimeAndGoOnFromThere(State open) {
		assertMoves(open, State.BLOCKED, open);
	}

	@ParameterizedTest
	@EnumSource(names = { "COMPLETED_CLEAR", "COMPLETED_REVIEW", "COMPLETED_EXCEPTION" })
	void takesOnlyANewerResultOrADisputeAfterAResult(State result) {
		Set<State> accepted = EnumSet.copyOf(RESULTS);
		accepted.add(State.DISPUTED);
		assertThat(acceptedBy(result)).isEqualTo(accepted);
	}

	@ParameterizedTest
	@EnumSource(names = { "CANCELLED", "EXPIRED", "CLOSED" })
	void takesALateResultAfterAnEndWithoutOne(State ended) {
		assertThat(acceptedBy(ended)).isEqualTo(RESULTS);
	}

	@Test
	void takesNothingAfterAStartThatFailed() {
		assertThat(acceptedBy(State.FAILED_TO_START)).isEmpty();
	}

	@Test
	void settlesADisputeWithAResult() {
		assertMoves(State.COMPLETED_REVIEW, State.DISPUTED, State.COMPLETED_CLEAR);
	}

	@Test
	void canEndFromEveryOpenState() {
		Set<State> ends = EnumSet.copyOf(RESULTS);
		ends.addAll(ENDED);
		ends.add(State.FAILED_TO_START);
		for (State open : EnumSet.complementOf(EnumSet.copyOf(ends))) {
			assertThat(acceptedBy(open)).as("from " + open).containsAll(ends);
		}
	}

	@Test
	void knowsWhichStatesAreFinal() {
		Set<State> ends = EnumSet.copyOf(RESULTS);
		ends.addAll(ENDED);
		ends.add(State.FAILED_TO_START);
		assertThat(Arrays.stream(State.values()).filter(State::isFinal)).containsExactlyInAnyOrderElementsOf(ends);
	}

	private static void assertMoves(State... states) {
		List<State> path = List.of(states);
		for (int i = 1; i < path.size(); i++) {
			assertThat(path.get(i - 1).accepts(path.get(i))).as(path.get(i - 1) + " to " + path.get(i)).isTrue();
		}
	}

	private static Set<State> acceptedBy(State current) {
		Set<State> accepted = EnumSet.noneOf(State.class);
		Arrays.stream(State.values()).filter(current::accepts).forEach(accepted::add);
		return accepted;
	}

}
