package io.bgvbridge.verification.provider;

import java.util.List;

import io.bgvbridge.verification.provider.StatusTable.Row;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatusTableTests {

	@ParameterizedTest
	@CsvSource({ "0, IN_PROGRESS, NONE, NONE", "1, COMPLETED_CLEAR, NONE, COMPLETED", "2, INVITED, NONE, NONE",
			"3, AWAITING_CANDIDATE, NONE, NONE", "4, IN_PROGRESS, NONE, NONE", "5, REVIEW, NONE, NONE",
			"6, COMPLETED_EXCEPTION, NONE, COMPLETED_WITH_EXCEPTION", "7, ACTION_NEEDED, NONE, NONE",
			"8, CLOSED, CLOSED_BY_PROVIDER, NONE", "9, ON_HOLD, NONE, NONE",
			"10, CANCELLED, CANCELLED_BY_PROVIDER, NONE", "11, BLOCKED, CONSENT_MISSING, NONE",
			"12, BLOCKED, NO_CREDITS, NONE" })
	void knowsSpringVerifysCodesOfBothGenerations(String code, State state, Reason reason, Result result) {
		assertThat(StatusTable.of("springverify").snapshot(code))
			.isEqualTo(new Snapshot.Known(new Progress(state, reason, result)));
	}

	@ParameterizedTest
	@CsvSource({ "pending, INVITED, NONE", "in_progress, IN_PROGRESS, NONE",
			"completed, COMPLETED_REVIEW, NEEDS_REVIEW", "failed, COMPLETED_REVIEW, FAILED_SEE_REPORT",
			"cancelled, CANCELLED, NONE" })
	void knowsStackOnesWords(String code, State state, Result result) {
		assertThat(StatusTable.of("stackone").snapshot(code)).isInstanceOfSatisfying(Snapshot.Known.class, (known) -> {
			assertThat(known.progress().state()).isEqualTo(state);
			assertThat(known.progress().result()).isEqualTo(result);
		});
	}

	@ParameterizedTest
	@CsvSource({ "invitation:pending, AWAITING_CANDIDATE, NONE", "invitation:expired, EXPIRED, NONE",
			"report:suspended, ACTION_NEEDED, NONE", "report:dispute, DISPUTED, NONE",
			"report:complete/clear, COMPLETED_CLEAR, CLEAR", "report:complete/consider, COMPLETED_REVIEW, CONSIDER",
			"report:complete/escalated, COMPLETED_REVIEW, CONSIDER",
			"report:complete/none+canceled, COMPLETED_EXCEPTION, COMPLETED_WITH_EXCEPTION" })
	void knowsCheckrsSignals(String code, State state, Result result) {
		assertThat(StatusTable.of("checkr").snapshot(code)).isInstanceOfSatisfying(Snapshot.Known.class, (known) -> {
			assertThat(known.progress().state()).isEqualTo(state);
			assertThat(known.progress().result()).isEqualTo(result);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "99", "13", "-1", "", "Completed", " 1", "01" })
	void guessesNothingFromAnUnknownCode(String code) {
		assertThat(StatusTable.of("springverify").snapshot(code)).isEqualTo(new Snapshot.Unknown(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "springverify", "stackone", "checkr" })
	void callsNothingClearThatTheProviderDoesNot(String provider) {
		assertThat(StatusTable.of(provider).rows()).filteredOn((row) -> row.result() == Result.CLEAR)
			.extracting(Row::word)
			.allMatch((word) -> word.contains("clear") || word.contains("eligible"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "springverify", "stackone", "checkr" })
	void failsNobody(String provider) {
		assertThat(StatusTable.of(provider).rows()).extracting(Row::state).doesNotContain(State.FAILED_TO_START);
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown-state", "two-rows", "result-too-early", "without-result", "without-source",
			"without-state", "misspelt", "not-there" })
	void refusesAFileThatMakesNoSense(String provider) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> StatusTable.of(provider));
	}

	@Test
	void keepsTheFilesOrder() {
		assertThat(StatusTable.of("stackone").rows()).extracting(Row::code)
			.isEqualTo(List.of("pending", "created", "in_progress", "updated", "completed", "failed", "cancelled"));
	}

}
