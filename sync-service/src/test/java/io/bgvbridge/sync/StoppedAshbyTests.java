package io.bgvbridge.sync;

import java.util.UUID;

import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ashby refuses the key, and then takes the same key again.
 */
@RunningSync
class StoppedAshbyTests extends SyncFixture {

	private static final String REFUSAL = "";

	@BeforeEach
	void isReachedAndThenRefused() {
		connect();
		this.check.moves(2, VerificationState.AWAITING_CANDIDATE);
		delivered(2);
		this.ashby.answers(401, REFUSAL);
		this.check.moves(3, VerificationState.IN_PROGRESS);
		await().until(() -> reports(WorkOutcome.STOPPED).size() == 1);
		assertQuiet(2);
	}

	@Test
	void isUsedAgainOnceItIsTestedAndSaysThatItIsReached() {
		this.organisation.asks(UUID.randomUUID(), Operation.TEST_CONNECTION);
		delivered(3);
		await().until(() -> observations().size() == 3);
		assertThat(observations())
			.extracting(ConnectionObserved::getObservation, ConnectionObserved::getCredentialsVersion,
					ConnectionObserved::getTestId)
			.containsExactly(seen(Observation.REACHABLE), seen(Observation.UNAUTHORIZED), seen(Observation.REACHABLE));
	}

	@Test
	void staysStoppedWhereATestIsToldOfTwice() {
		UUID eventId = UUID.randomUUID();
		this.ashby.answers(401, REFUSAL);
		this.organisation.asks(eventId, Operation.TEST_CONNECTION);
		await().until(() -> reports(WorkOutcome.STOPPED).size() == 2);
		this.organisation.asks(eventId, Operation.TEST_CONNECTION);
		assertQuiet(3);
	}

	@Test
	void saysNothingAgainForATestOfWhatWasNotStopped() {
		this.organisation.asks(UUID.randomUUID(), Operation.TEST_CONNECTION);
		delivered(3);
		this.organisation.asks(UUID.randomUUID(), Operation.TEST_CONNECTION);
		this.check.moves(4, VerificationState.REVIEW);
		delivered(4);
		awaitIdle();
		assertThat(observations()).hasSize(3);
	}

	@ParameterizedTest
	@EnumSource(names = "TEST_CONNECTION", mode = EnumSource.Mode.EXCLUDE)
	void staysStoppedWhateverElseIsAskedFor(Operation operation) {
		this.organisation.asks(UUID.randomUUID(), operation);
		assertQuiet(2);
		assertThat(column("pushed_revision")).isEqualTo(2L);
	}

	private static org.assertj.core.groups.Tuple seen(Observation observation) {
		return org.assertj.core.api.Assertions.tuple(observation, 1L, null);
	}

}
