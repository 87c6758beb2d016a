package io.bgvbridge.verification.springverify;

import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTableTests {

	@ParameterizedTest
	@CsvSource({ "0, IN_PROGRESS, NONE, NONE", "1, COMPLETED_CLEAR, NONE, COMPLETED", "2, INVITED, NONE, NONE",
			"3, AWAITING_CANDIDATE, NONE, NONE", "4, IN_PROGRESS, NONE, NONE", "5, REVIEW, NONE, NONE",
			"6, COMPLETED_EXCEPTION, NONE, COMPLETED_WITH_EXCEPTION", "7, ACTION_NEEDED, NONE, NONE",
			"8, CLOSED, CLOSED_BY_PROVIDER, NONE", "9, ON_HOLD, NONE, NONE",
			"10, CANCELLED, CANCELLED_BY_PROVIDER, NONE", "11, BLOCKED, CONSENT_MISSING, NONE",
			"12, BLOCKED, NO_CREDITS, NONE" })
	void knowsTheCodesOfBothGenerations(int code, State state, Reason reason, Result result) {
		assertThat(StatusTable.snapshot(code)).isEqualTo(new Snapshot.Known(new Progress(state, reason, result)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 99, 13, -1, -2, Integer.MAX_VALUE })
	void guessesNothingFromAnUnknownCode(int code) {
		assertThat(StatusTable.snapshot(code)).isEqualTo(new Snapshot.Unknown(Integer.toString(code)));
	}

}
