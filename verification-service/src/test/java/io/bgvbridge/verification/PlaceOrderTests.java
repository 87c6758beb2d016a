package io.bgvbridge.verification;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.work.ClaimLost;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.VerificationUpdated;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.schemas.WorkReported;
import io.bgvbridge.verification.connection.ConnectionEvents;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Candidate;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlaceOrderTests extends OrderingFixture {

	@Autowired
	private PlaceOrder placeOrder;

	@Test
	void ordersWhatWasRequestedAtTheConnectionsAccount() {
		UUID assessmentId = request(connect());
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.provider.placed)
			.containsExactly(new Order(assessmentId, this.store.get(assessmentId).candidateId(), "12:34",
					new Candidate(FIRST_NAME, LAST_NAME, EMAIL, PHONE)));
		assertThat(this.provider.accesses).singleElement().satisfies((access) -> {
			assertThat(access.baseUrl()).hasToString("https://provider.example");
			assertThat(access.apiToken()).isEqualTo(ConnectionEvents.API_TOKEN);
		});
	}

	@Test
	void remembersAPlacedOrderPublishesItAndReadsItsState() {
		UUID assessmentId = ordered(connect(), "ref-1");
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PLACED);
		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo("ref-1");
		VerificationUpdated update = updates(assessmentId).getLast();
		assertThat(update.getState()).isEqualTo(VerificationState.INVITED);
		assertThat(update.getRevision()).isEqualTo(2);
		assertThat(update.getAttempt()).isEqualTo(1);
		assertThat(update.getProviderReference()).isEqualTo("ref-1");
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	@Test
	void commitsTheAttemptBeforeTheCall() {
		UUID assessmentId = request(connect());
		this.provider.places(() -> {
			assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
			return new Placement.Placed("ref-1", java.util.List.of());
		});
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PLACED);
	}

	@Test
	void tellsTheRecruiterWhyTheProviderRefuses() {
		UUID assessmentId = request(connect());
		this.provider.places(() -> new Placement.Refused(Reason.NO_CREDITS, "no credits for " + EMAIL));
		work(assessmentId, PlaceOrder.KIND);
		VerificationUpdated update = updates(assessmentId).getLast();
		assertThat(update.getState()).isEqualTo(VerificationState.FAILED_TO_START);
		assertThat(update.getReason()).isEqualTo(UpdateReason.NO_CREDITS);
		assertThat(update.getFinal$()).isTrue();
		assertThat(words(update)).isEqualTo("no credits for " + EMAIL);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.NOT_PLACED);
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
	}

	@Test
	void tellsTheRecruiterOfADuplicateThatCannotBeOurs() {
		UUID assessmentId = request(connect());
		this.provider.places(Placement.Duplicate::new);
		work(assessmentId, PlaceOrder.KIND);
		VerificationUpdated update = updates(assessmentId).getLast();
		assertThat(update.getState()).isEqualTo(VerificationState.FAILED_TO_START);
		assertThat(update.getReason()).isEqualTo(UpdateReason.DUPLICATE_CANDIDATE);
		assertThat(this.provider.sought).isEmpty();
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.NOT_PLACED);
	}

	@Test
	void ordersAgainWhatCertainlyNeverLeft() {
		UUID assessmentId = failing(() -> new Unavailable("nobody listens", Sent.NO, null, null));
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.NOT_PLACED);
		assertReported(assessmentId, WorkOutcome.WAITING, WorkReason.UNAVAILABLE);
		assertOrderedByTheNextAttempt(assessmentId);
	}

	@Test
	void ordersAgainAfterTheWaitingTimeThatTheProviderAsksFor() {
		UUID assessmentId = failing(() -> new Throttled(Duration.ofMinutes(7)));
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.NOT_PLACED);
		assertReported(assessmentId, WorkOutcome.WAITING, WorkReason.THROTTLED);
		assertThat(wait(assessmentId, PlaceOrder.KIND)).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(8));
		assertOrderedByTheNextAttempt(assessmentId);
	}

	@Test
	void stopsTheSideWhoseTokenIsRefused() {
		UUID assessmentId = failing(() -> new Unauthorized("401"));
		UUID connectionId = this.store.get(assessmentId).connectionId();
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.NOT_PLACED);
		assertReported(assessmentId, WorkOutcome.STOPPED, WorkReason.UNAUTHORIZED);
		assertThat(published(Topics.CONNECTION_OBSERVED, connectionId, ConnectionObserved.class)).singleElement()
			.satisfies((observed) -> {
				assertThat(observed.getObservation()).isEqualTo(Observation.UNAUTHORIZED);
				assertThat(observed.getSide()).isEqualTo(ConnectionSide.PROVIDER);
				assertThat(observed.getCredentialsVersion()).isEqualTo(1);
			});
		assertThat(this.jdbc.sql("select side from work_budget where stopped_version = 1").query(String.class).list())
			.containsExactly(Connections.PROVIDER);
		change(connectionId, 2, io.bgvbridge.schemas.ConnectionStatus.LIVE, "https://provider.example",
				"https://ashby.example");
		assertOrderedByTheNextAttempt(assessmentId);
	}

	@Test
	void ordersAgainWhatAnAdapterDidNotTurnIntoARefusal() {
		UUID assessmentId = failing(() -> new Rejected("418", "words"));
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.NOT_PLACED);
		assertReported(assessmentId, WorkOutcome.WAITING, WorkReason.REJECTED);
		assertOrderedByTheNextAttempt(assessmentId);
	}

	@Test
	void looksUpWhatPerhapsLeft() {
		UUID assessmentId = failing(() -> new Unavailable("status 500", Sent.PERHAPS, null, null));
		assertLookedUpNext(assessmentId);
	}

	@Test
	void looksUpWhatItDidNotUnderstand() {
		UUID assessmentId = failing(() -> new Unintelligible("an answer that is not JSON"));
		assertLookedUpNext(assessmentId);
	}

	@Test
	void looksUpAfterAFaultOfItsOwn() {
		UUID assessmentId = request(connect());
		this.provider.places(() -> {
			throw new IllegalStateException("a fault of ours");
		});
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
		assertReported(assessmentId, WorkOutcome.WAITING, WorkReason.INTERNAL);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.provider.placed).hasSize(1);
		assertThat(this.provider.sought).hasSize(1);
	}

	@Test
	void callsNobodyOnceItsClaimIsLost() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId);
		WorkItem lost = new WorkItem(assessmentId, PlaceOrder.KIND, connectionId, Connections.PROVIDER, 1, 0,
				UUID.randomUUID(), 1, null);
		assertThatExceptionOfType(ClaimLost.class).isThrownBy(() -> this.placeOrder.handle(lost));
		assertThat(this.provider.placed).isEmpty();
		assertThat(attempts(assessmentId)).isEmpty();
	}

	@Test
	void recordsNothingOnceSomebodyElseHoldsTheWork() {
		UUID assessmentId = request(connect());
		this.provider.places(() -> {
			this.jdbc.sql("update work set claim = gen_random_uuid() where subject_id = ? and kind = 'order'")
				.param(assessmentId)
				.update();
			return new Placement.Placed("ref-1", java.util.List.of());
		});
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
		assertThat(this.store.get(assessmentId).providerReference()).isNull();
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
	}

	@Test
	void ordersNothingThatIsFinal() {
		UUID assessmentId = request(connect());
		this.jdbc.sql("update verification set state = 'CANCELLED' where assessment_id = ?")
			.param(assessmentId)
			.update();
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.provider.placed).isEmpty();
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	@Test
	void ordersNothingThatIsOrdered() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId, "ref-1");
		this.jdbc.sql("update work set wanted = wanted + 1 where kind = 'order'").update();
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.provider.placed).hasSize(1);
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	@Test
	void remembersTheOrderOfACheckThatEndedDuringTheCall() {
		UUID assessmentId = request(connect());
		this.provider.places(() -> {
			this.jdbc.sql("update verification set state = 'CANCELLED' where assessment_id = ?")
				.param(assessmentId)
				.update();
			return new Placement.Placed("ref-1", java.util.List.of());
		});
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.CANCELLED);
		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo("ref-1");
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED);
	}

	private UUID failing(Supplier<VendorFailure> failure) {
		UUID assessmentId = request(connect());
		this.provider.places(() -> {
			throw failure.get();
		});
		work(assessmentId, PlaceOrder.KIND);
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED);
		return assessmentId;
	}

	private void assertReported(UUID assessmentId, WorkOutcome outcome, WorkReason reason) {
		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getOutcome()).isEqualTo(outcome);
			assertThat(report.getReason()).isEqualTo(reason);
			assertThat(report.getKind()).isEqualTo(PlaceOrder.KIND);
			assertThat(report.getService()).isEqualTo(Topics.VERIFICATION);
			assertThat(report.getAttempt()).isEqualTo(1);
			assertThat(report.getNextTryAt() == null).isEqualTo(outcome == WorkOutcome.STOPPED);
		});
	}

	private void assertOrderedByTheNextAttempt(UUID assessmentId) {
		this.provider.places(() -> new Placement.Placed("ref-2", java.util.List.of()));
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.NOT_PLACED, Attempt.State.PLACED);
		assertThat(this.provider.sought).isEmpty();
		assertThat(updates(assessmentId).getLast().getAttempt()).isEqualTo(2);
	}

	private void assertLookedUpNext(UUID assessmentId) {
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
		assertReported(assessmentId, WorkOutcome.WAITING, WorkReason.OUTCOME_UNKNOWN);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.provider.placed).hasSize(1);
		assertThat(this.provider.sought).hasSize(1);
		List<WorkReported> reports = reports(assessmentId);
		assertThat(reports).extracting(WorkReported::getAttempt).containsExactly(1, 2);
	}

}
