package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.VerificationState;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Match.Likelihood;
import io.bgvbridge.verification.provider.Placement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownOutcomeTests extends OrderingFixture {

	@Test
	void looksUpAnAttemptOfUnknownOutcomeAndNeverRepeatsIt() {
		UUID assessmentId = inDoubt(connect());
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.provider.placed).isEmpty();
		assertThat(this.provider.sought).singleElement().satisfies((found) -> {
			assertThat(found.order().assessmentId()).isEqualTo(assessmentId);
			assertThat(found.order().candidate().email()).isEqualTo(EMAIL);
			assertThat(found.begun()).isEqualTo(this.attempts.of(assessmentId).getFirst().beganAt());
		});
	}

	@Test
	void looksAgainWhileTheProviderMayStillHideTheOrder() {
		UUID assessmentId = inDoubt(connect());
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.WAITING);
			assertThat(report.getReason()).isEqualTo(WorkReason.OUTCOME_UNKNOWN);
		});
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isTrue();
	}

	@Test
	void doesNotBelieveNothingBeforeTheCallsLimitAndTheProvidersLagArePast() {
		UUID assessmentId = inDoubt(connect());
		this.jdbc.sql("update attempt set began_at = began_at - interval '5 minutes 1 second'").update();
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
	}

	@Test
	void ordersAgainOnceTheProviderCertainlyHasNothing() {
		UUID assessmentId = inDoubt(connect());
		settle(assessmentId);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.ABSENT);
		assertThat(this.provider.placed).isEmpty();
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.ABSENT, Attempt.State.PLACED);
		assertThat(this.provider.placed).hasSize(1);
		assertThat(updates(assessmentId).getLast().getAttempt()).isEqualTo(2);
	}

	@Test
	void knowsNothingAfterALookUpThatFailed() {
		UUID assessmentId = inDoubt(connect());
		settle(assessmentId);
		this.provider.finds(() -> {
			throw new Unavailable("status 503", Sent.PERHAPS, null, null);
		});
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
		assertThat(reports(assessmentId)).singleElement()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.UNAVAILABLE));
	}

	@Test
	void takesAnOrderThatBearsOurOrderId() {
		UUID assessmentId = inDoubt(connect());
		this.provider.finds(new Match("other", Likelihood.POSSIBLE), new Match("ours", Likelihood.CERTAIN),
				new Match("foreign", Likelihood.FOREIGN));
		assertLinked(assessmentId, "ours");
	}

	@Test
	void takesTheOnlyPossibleOrder() {
		UUID assessmentId = inDoubt(connect());
		this.provider.finds(new Match("foreign", Likelihood.FOREIGN), new Match("ours", Likelihood.POSSIBLE));
		assertLinked(assessmentId, "ours");
	}

	@Test
	void asksAnOperatorAboutTwoPossibleOrders() {
		UUID assessmentId = inDoubt(connect());
		this.provider.finds(new Match("a", Likelihood.POSSIBLE), new Match("b", Likelihood.POSSIBLE));
		assertParkedOnlyAfterSettling(assessmentId);
	}

	@Test
	void asksAnOperatorAboutAnOrderThatSeemsForeign() {
		UUID assessmentId = inDoubt(connect());
		this.provider.finds(new Match("foreign", Likelihood.FOREIGN));
		assertParkedOnlyAfterSettling(assessmentId);
	}

	@Test
	void neverTakesAnOrderThatAnotherVerificationHolds() {
		UUID connectionId = connect();
		ordered(connectionId, "held");
		this.provider.placed.clear();
		UUID assessmentId = inDoubt(connectionId);
		this.provider.finds(new Match("held", Likelihood.POSSIBLE), new Match("held", Likelihood.CERTAIN));
		assertParkedOnlyAfterSettling(assessmentId);
	}

	@Test
	void neverTakesAnOrderThatAVerificationOfTheSameAccountHolds() {
		ordered(connect("https://provider.example/", "https://ashby.example"), "held");
		this.provider.placed.clear();
		UUID assessmentId = inDoubt(connect("https://provider.example", "https://ashby.example"));
		this.provider.finds(new Match("held", Likelihood.POSSIBLE));
		assertParkedOnlyAfterSettling(assessmentId);
	}

	@Test
	void takesAnOrderOfTheSameNameAtAnotherAccount() {
		ordered(connect("https://stage.provider.example", "https://ashby.example"), "918273");
		this.provider.placed.clear();
		UUID assessmentId = inDoubt(connect());
		this.provider.finds(new Match("918273", Likelihood.POSSIBLE));
		assertLinked(assessmentId, "918273");
	}

	@Test
	void takesAPossibleOrderBesideOneThatAnotherVerificationHolds() {
		UUID connectionId = connect();
		ordered(connectionId, "held");
		this.provider.placed.clear();
		UUID assessmentId = inDoubt(connectionId);
		this.provider.finds(new Match("held", Likelihood.POSSIBLE), new Match("ours", Likelihood.POSSIBLE));
		assertLinked(assessmentId, "ours");
	}

	@Test
	void guessesNothingWhileAnotherOrderForTheSamePersonIsInDoubt() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, "candidate-1");
		UUID twin = request(connectionId, "candidate-1");
		dieWhileCalling(assessmentId);
		dieWhileCalling(twin);
		this.provider.finds(new Match("whose", Likelihood.POSSIBLE));
		assertParkedOnlyAfterSettling(assessmentId);
	}

	@Test
	void takesItsOwnOrderWhileAnotherOrderForTheSamePersonIsInDoubt() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, "candidate-1");
		UUID twin = request(connectionId, "candidate-1");
		dieWhileCalling(assessmentId);
		dieWhileCalling(twin);
		this.provider.finds(new Match("ours", Likelihood.CERTAIN));
		assertLinked(assessmentId, "ours");
	}

	@Test
	void takesADuplicateThatAnEarlierAttemptOfOursLeft() {
		UUID assessmentId = absentOnce();
		this.provider.places(Placement.Duplicate::new);
		this.provider.finds(new Match("ours", Likelihood.POSSIBLE));
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.ABSENT, Attempt.State.PLACED);
		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo("ours");
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED, VerificationState.INVITED);
		assertThat(this.provider.sought.getLast().begun())
			.isEqualTo(this.attempts.of(assessmentId).getFirst().beganAt());
	}

	@Test
	void tellsTheRecruiterOfADuplicateThatIsNotOurEarlierAttempts() {
		UUID assessmentId = absentOnce();
		this.provider.places(Placement.Duplicate::new);
		this.provider.finds(new Match("foreign", Likelihood.FOREIGN));
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.ABSENT, Attempt.State.NOT_PLACED);
		assertThat(updates(assessmentId).getLast().getReason()).isEqualTo(UpdateReason.DUPLICATE_CANDIDATE);
	}

	@Test
	void decidesNothingAboutADuplicateThatCouldNotBeLookedUp() {
		UUID assessmentId = absentOnce();
		this.provider.places(Placement.Duplicate::new);
		this.provider.finds(() -> {
			throw new Unavailable("status 503", Sent.PERHAPS, null, null);
		});
		work(assessmentId, PlaceOrder.KIND);
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED);
		this.provider.finds(new Match("ours", Likelihood.POSSIBLE));
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo("ours");
	}

	@Test
	void ordersNothingMoreWhileAnOperatorIsAsked() {
		UUID assessmentId = inDoubt(connect());
		settle(assessmentId);
		this.provider.finds(new Match("foreign", Likelihood.FOREIGN));
		work(assessmentId, PlaceOrder.KIND);
		this.jdbc.sql("update work set wanted = wanted + 1 where kind = 'order'").update();
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PARKED);
		assertThat(this.provider.placed).isEmpty();
		assertThat(this.provider.sought).hasSize(1);
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	@Test
	void looksUpAnOrderWhoseReferenceAnotherVerificationHolds() {
		UUID connectionId = connect();
		ordered(connectionId, "held");
		UUID assessmentId = request(connectionId);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.store.get(assessmentId).providerReference()).isNull();
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
		this.jdbc.sql("update work set claimed_until = now() - interval '1 second'").update();
		settle(assessmentId);
		this.provider.finds(new Match("held", Likelihood.FOREIGN));
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PARKED);
		assertThat(this.provider.placed).hasSize(2);
	}

	private UUID inDoubt(UUID connectionId) {
		UUID assessmentId = request(connectionId);
		dieWhileCalling(assessmentId);
		return assessmentId;
	}

	private UUID absentOnce() {
		UUID assessmentId = inDoubt(connect());
		settle(assessmentId);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.ABSENT);
		return assessmentId;
	}

	private void assertLinked(UUID assessmentId, String reference) {
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.provider.placed).isEmpty();
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PLACED);
		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo(reference);
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED, VerificationState.INVITED);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	private void assertParkedOnlyAfterSettling(UUID assessmentId) {
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.CALLING);
		settle(assessmentId);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PARKED);
		assertThat(reports(assessmentId).getLast().getOutcome()).isEqualTo(WorkOutcome.PARKED);
		assertThat(reports(assessmentId).getLast().getReason()).isEqualTo(WorkReason.OUTCOME_UNKNOWN);
		assertThat(this.store.get(assessmentId).providerReference()).isNull();
		assertThat(states(assessmentId)).containsExactly(VerificationState.REQUESTED);
		assertThat(this.provider.placed).isEmpty();
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

}
