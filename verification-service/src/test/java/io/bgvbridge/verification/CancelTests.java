package io.bgvbridge.verification;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.schemas.CancelOrigin;
import io.bgvbridge.schemas.CancelledCheckOrigin;
import io.bgvbridge.schemas.CheckOrigin;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationCancelRequested;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Match.Likelihood;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CancelTests extends OrderingFixture {

	private static final String PERSON = "candidate-1";

	@Test
	void beforeTheOrderOrdersNothing() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, PERSON);

		cancel(assessmentId, connectionId, PERSON);
		work(assessmentId, PlaceOrder.KIND);

		assertThat(this.provider.placed).isEmpty();
		VerificationUpdated last = updates(assessmentId).getLast();
		assertThat(last.getState()).isEqualTo(VerificationState.CANCELLED);
		assertThat(last.getReason()).isEqualTo(UpdateReason.CANCELLED_IN_ASHBY);
		assertThat(last.getFinal$()).isTrue();
		assertThat(isWanted(assessmentId, CancelOrder.KIND)).isFalse();
	}

	@Test
	void beforeTheRequestOrdersNothingAndTellsTheLateRequest() {
		UUID connectionId = connect();
		UUID assessmentId = UUID.randomUUID();

		cancel(assessmentId, connectionId, PERSON);
		this.listener.on(requested(UUID.randomUUID(), assessmentId, connectionId, PERSON, PHONE));

		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
		assertThat(states(assessmentId)).containsExactly(VerificationState.CANCELLED, VerificationState.CANCELLED);
		assertThat(updates(assessmentId)).extracting(VerificationUpdated::getStartRepeated)
			.containsExactly(false, true);
		assertThat(updates(assessmentId)).extracting(VerificationUpdated::getRevision).containsExactly(1L, 2L);
		assertThat(updates(assessmentId).getFirst().getStartedAt()).isEqualTo(STARTED_AT);
	}

	@Test
	void beforeTheRequestKeepsWhoAsked() {
		UUID connectionId = connect();
		UUID assessmentId = UUID.randomUUID();

		this.listener.on(VerificationCancelRequested
			.newBuilder(cancelled(assessmentId, connectionId, PERSON, CancelOrigin.OPERATOR))
			.setCheckOrigin(CancelledCheckOrigin.AUTO_START)
			.build());

		assertThat(updates(assessmentId).getFirst().getOrigin()).isEqualTo(CheckOrigin.AUTO_START);
	}

	@Test
	void afterTheOrderCancelsAtTheProvider() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");

		cancel(assessmentId, connectionId, PERSON, CancelOrigin.OPERATOR);
		work(assessmentId, CancelOrder.KIND);

		assertThat(this.provider.cancelled).containsExactly("ref-1");
		assertThat(updates(assessmentId).getLast().getReason()).isEqualTo(UpdateReason.CANCELLED_BY_OPERATOR);
		assertThat(reports(assessmentId)).isEmpty();
	}

	@Test
	void asksAnOperatorWhereTheProviderOffersNone() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		this.provider.cancels(() -> Cancellation.NOT_OFFERED);

		cancel(assessmentId, connectionId, PERSON);
		work(assessmentId, CancelOrder.KIND);

		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.PARKED);
			assertThat(report.getReason()).isEqualTo(WorkReason.CANCEL_BY_HAND);
			assertThat(report.getKind()).isEqualTo(CancelOrder.KIND);
		});
	}

	@Test
	void asksForAHandWhereTheProviderRefusesIt() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		this.provider.cancels(() -> {
			throw new Rejected("409", EMAIL);
		});

		cancel(assessmentId, connectionId, PERSON);
		work(assessmentId, CancelOrder.KIND);

		assertThat(reports(assessmentId)).singleElement()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.CANCEL_BY_HAND));
		assertThat(isWanted(assessmentId, CancelOrder.KIND)).isFalse();
	}

	@Test
	void triesAgainWhileTheProviderIsAway() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		this.provider.cancels(() -> {
			throw new Unavailable("503", Sent.PERHAPS, null, null);
		});
		cancel(assessmentId, connectionId, PERSON);
		work(assessmentId, CancelOrder.KIND);
		assertThat(isWanted(assessmentId, CancelOrder.KIND)).isTrue();

		this.provider.cancels(() -> Cancellation.CANCELLED);
		work(assessmentId, CancelOrder.KIND);

		assertThat(isWanted(assessmentId, CancelOrder.KIND)).isFalse();
	}

	@Test
	void duringTheCallIsMadeGoodByWhoeverRecordsIt() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, PERSON);
		this.provider.places(() -> {
			cancel(assessmentId, connectionId, PERSON);
			return new Placement.Placed("ref-1", java.util.List.of());
		});

		work(assessmentId, PlaceOrder.KIND);

		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED, VerificationState.CANCELLED);
		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo("ref-1");
		work(assessmentId, CancelOrder.KIND);
		assertThat(this.provider.cancelled).containsExactly("ref-1");
	}

	@Test
	void ofAnOrderWhoseAnswerWasLostFindsAndCancelsIt() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, PERSON);
		dieWhileCalling(assessmentId);
		cancel(assessmentId, connectionId, PERSON);
		this.provider.finds(new Match("ref-1", Likelihood.CERTAIN));

		work(assessmentId, PlaceOrder.KIND);
		work(assessmentId, CancelOrder.KIND);

		assertThat(this.provider.cancelled).containsExactly("ref-1");
		assertThat(this.provider.placed).isEmpty();
	}

	@Test
	void ofAnOrderThatNeverArrivedOrdersNoOther() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, PERSON);
		dieWhileCalling(assessmentId);
		settle(assessmentId);
		cancel(assessmentId, connectionId, PERSON);

		work(assessmentId, PlaceOrder.KIND);
		work(assessmentId, PlaceOrder.KIND);

		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.ABSENT);
		assertThat(this.provider.placed).isEmpty();
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	/** The worker has looked, and somebody cancels before it commits its attempt. */
	@Test
	void beginsNoAttemptOnACheckThatEndedMeanwhile() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, PERSON);
		cancel(assessmentId, connectionId, PERSON);

		assertThat(this.attempting.begin(new io.bgvbridge.messaging.work.WorkItem(assessmentId, PlaceOrder.KIND,
				connectionId, "provider", 1, 0, UUID.randomUUID(), 1, null)))
			.isEmpty();
		assertThat(attempts(assessmentId)).isEmpty();
	}

	@Test
	void isNotUndoneByWhatTheProviderSaysLater() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		cancel(assessmentId, connectionId, PERSON);

		for (Progress late : List.of(Progress.of(State.IN_PROGRESS), Progress.of(State.DISPUTED),
				Progress.of(State.COMPLETED_CLEAR, Result.CLEAR), Progress.of(State.COMPLETED_CLEAR, Result.CLEAR))) {
			this.provider.reads(() -> new Snapshot.Known(late));
			callBack(UUID.randomUUID(), connectionId, "ref-1", assessmentId.toString());
			work(assessmentId, Refresh.KIND);
		}

		assertThat(states(assessmentId)).endsWith(VerificationState.CANCELLED).hasSize(3);
		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.CANCELLED);
		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.PARKED);
			assertThat(report.getReason()).isEqualTo(WorkReason.RESULT_AFTER_CANCEL);
		});
	}

	@Test
	void changesNothingThatHasEnded() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		this.provider.reads(() -> new Snapshot.Known(Progress.of(State.COMPLETED_CLEAR, Result.CLEAR)));
		work(assessmentId, Refresh.KIND);

		cancel(assessmentId, connectionId, PERSON);

		assertThat(states(assessmentId)).endsWith(VerificationState.COMPLETED_CLEAR);
		assertThat(isWanted(assessmentId, CancelOrder.KIND)).isFalse();
	}

	@Test
	void takesEffectOnce() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");

		cancel(assessmentId, connectionId, PERSON);
		cancel(assessmentId, connectionId, PERSON);

		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED, VerificationState.INVITED,
				VerificationState.CANCELLED);
	}

}
