package io.bgvbridge.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.schemas.VerificationOutcome;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.provider.CheckLine;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshTests extends OrderingFixture {

	@Test
	void publishesWhatTheProviderSaysNow() {
		UUID assessmentId = ordered(connect(), "ref-1");
		refresh(assessmentId, Progress.of(State.IN_PROGRESS));
		assertThat(this.provider.read).containsExactly("ref-1");
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED, VerificationState.INVITED,
				VerificationState.IN_PROGRESS);
		assertThat(updates(assessmentId)).extracting(VerificationUpdated::getRevision).containsExactly(1L, 2L, 3L);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
	}

	@Test
	void readsOnceForManyWakeUps() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		this.verifications.raiseRefresh(assessmentId, connectionId);
		this.verifications.raiseRefresh(assessmentId, connectionId);
		refresh(assessmentId, Progress.of(State.IN_PROGRESS));
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
		assertThat(this.provider.read).hasSize(1);
	}

	@Test
	void readsAgainForAWakeUpDuringTheCall() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		this.provider.reads(() -> {
			this.verifications.raiseRefresh(assessmentId, connectionId);
			return new Snapshot.Known(Progress.of(State.IN_PROGRESS));
		});
		work(assessmentId, Refresh.KIND);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	@Test
	void publishesNothingThatIsKnown() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		refresh(assessmentId, Progress.of(State.IN_PROGRESS));
		this.verifications.raiseRefresh(assessmentId, connectionId);
		refresh(assessmentId, Progress.of(State.IN_PROGRESS));
		assertThat(updates(assessmentId)).hasSize(3);
	}

	@Test
	void tellsOperatorsOnceOfAnUnknownCodeAndAshbyNothing() {
		UUID assessmentId = ordered(connect(), "ref-1");
		this.provider.reads(() -> new Snapshot.Unknown("99"));
		work(assessmentId, Refresh.KIND);
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED, VerificationState.INVITED);
		assertThat(this.log.text()).contains("ERROR verification.unknown-status assessmentId=" + assessmentId)
			.contains("code=99");
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();

		this.verifications.raiseRefresh(assessmentId, this.store.get(assessmentId).connectionId());
		work(assessmentId, Refresh.KIND);
		assertThat(reports(assessmentId)).singleElement()
			.satisfies((report) -> assertThat(report.getReason())
				.isEqualTo(io.bgvbridge.schemas.WorkReason.UNKNOWN_STATUS));
	}

	@Test
	void publishesNoProgressOfALowerRank() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		refresh(assessmentId, Progress.of(State.COMPLETED_CLEAR, Result.COMPLETED));
		this.verifications.raiseRefresh(assessmentId, connectionId);
		refresh(assessmentId, Progress.of(State.IN_PROGRESS));
		assertThat(states(assessmentId)).endsWith(VerificationState.COMPLETED_CLEAR);
		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.COMPLETED_CLEAR);
	}

	@Test
	void publishesARegrade() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		refresh(assessmentId, Progress.of(State.COMPLETED_CLEAR, Result.COMPLETED));
		this.verifications.raiseRefresh(assessmentId, connectionId);
		refresh(assessmentId, Progress.of(State.COMPLETED_EXCEPTION, Result.COMPLETED_WITH_EXCEPTION));
		assertThat(states(assessmentId)).endsWith(VerificationState.COMPLETED_CLEAR,
				VerificationState.COMPLETED_EXCEPTION);
		VerificationUpdated regrade = updates(assessmentId).getLast();
		assertThat(regrade.getOutcome()).isEqualTo(VerificationOutcome.COMPLETED_WITH_EXCEPTION);
		assertThat(regrade.getRevision()).isEqualTo(4);
		assertThat(regrade.getFinal$()).isTrue();
	}

	@Test
	void publishesWhatTheProviderExpectsAndEachCheckSealed() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		Instant expected = Instant.parse("2026-12-01T10:00:00.123456Z");
		this.provider.reads(() -> new Snapshot.Known(Progress.of(State.IN_PROGRESS), expected,
				List.of(new CheckLine("education", "Education check", FIRST_NAME + " verified")), List.of()));
		work(assessmentId, Refresh.KIND);
		this.verifications.raiseRefresh(assessmentId, connectionId);
		work(assessmentId, Refresh.KIND);

		assertThat(updates(assessmentId)).hasSize(3);
		assertThat(updates(assessmentId).getLast().getExpectedAt()).isEqualTo("2026-12-01T10:00:00.123Z");
		assertThat(told(updates(assessmentId).getLast()).path("checks").path(0).path("status").asString())
			.isEqualTo(FIRST_NAME + " verified");
	}

	@Test
	void publishesAnotherExpectation() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		refresh(assessmentId, Progress.of(State.IN_PROGRESS));
		this.verifications.raiseRefresh(assessmentId, connectionId);
		this.provider
			.reads(() -> new Snapshot.Known(Progress.of(State.IN_PROGRESS), Instant.EPOCH, List.of(), List.of()));
		work(assessmentId, Refresh.KIND);

		assertThat(updates(assessmentId)).hasSize(4);
		assertThat(updates(assessmentId).getLast().getState()).isEqualTo(VerificationState.IN_PROGRESS);
	}

	@Test
	void waitsUntilTheOrderIsKnown() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId);
		this.verifications.raiseRefresh(assessmentId, connectionId);
		work(assessmentId, Refresh.KIND);
		assertThat(this.provider.read).isEmpty();
		assertThat(wait(assessmentId, Refresh.KIND)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
	}

	@Test
	void waitsForNoOrderOfACheckThatHasEnded() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId);
		this.verifications.raiseRefresh(assessmentId, connectionId);
		this.jdbc.sql("update verification set state = 'FAILED_TO_START'").update();
		work(assessmentId, Refresh.KIND);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
	}

	@Test
	void givesUpOnAnOrderThatTheProviderDoesNotKnow() {
		UUID assessmentId = ordered(connect(), "ref-1");
		this.provider.reads(() -> {
			throw new Rejected("404", EMAIL);
		});
		work(assessmentId, Refresh.KIND);
		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.GIVEN_UP);
			assertThat(report.getReason()).isEqualTo(WorkReason.REJECTED);
			assertThat(report.getKind()).isEqualTo(Refresh.KIND);
		});
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
	}

	private void refresh(UUID assessmentId, Progress progress) {
		this.provider.reads(() -> new Snapshot.Known(progress));
		work(assessmentId, Refresh.KIND);
	}

}
