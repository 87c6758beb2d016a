package io.bgvbridge.verification;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the provider knows idempotency keys, a call of unknown outcome is repeated with
 * its key.
 */
class RepeatedOrderTests extends OrderingFixture {

	private static final Placement PLACED = new Placement.Placed("ref-1", List.of("alias-1"));

	private static final Placement REFUSED = new Placement.Refused(Reason.REJECTED_BY_PROVIDER, "no");

	private UUID connectionId;

	private UUID assessmentId;

	@BeforeEach
	void loseAnAnswer() {
		this.provider.offers(Capability.IDEMPOTENCY_KEY, Capability.LOOK_UP, Capability.READ, Capability.CANCEL);
		this.connectionId = connect();
		this.assessmentId = request(this.connectionId, "candidate-1");
		this.provider.places(() -> {
			throw new Unavailable("no answer", Sent.PERHAPS, null, null);
		});
		work(this.assessmentId, PlaceOrder.KIND);
	}

	@Test
	void isTheSameAttemptWithTheSameKey() {
		this.provider.places(() -> PLACED);
		work(this.assessmentId, PlaceOrder.KIND);

		assertThat(attempts(this.assessmentId)).containsExactly(Attempt.State.PLACED);
		assertThat(this.provider.keys).hasSize(2);
		assertThat(this.provider.keys.getFirst()).isEqualTo(this.provider.keys.getLast());
		assertThat(this.provider.sought).isEmpty();
		assertThat(this.store.get(this.assessmentId).providerReference()).isEqualTo("ref-1");
	}

	@Test
	void waitsWhileTheFirstIsInFlight() {
		this.provider.places(Placement.Duplicate::new);
		work(this.assessmentId, PlaceOrder.KIND);

		assertThat(attempts(this.assessmentId)).containsExactly(Attempt.State.CALLING);
		assertThat(this.store.get(this.assessmentId).state()).isEqualTo(State.REQUESTED);
	}

	@Test
	void believesNoRefusalWhileTheFirstMayBeUnderWay() {
		this.provider.places(() -> REFUSED);
		work(this.assessmentId, PlaceOrder.KIND);
		assertThat(this.store.get(this.assessmentId).state()).isEqualTo(State.REQUESTED);

		settle(this.assessmentId);
		work(this.assessmentId, PlaceOrder.KIND);
		assertThat(this.store.get(this.assessmentId).state()).isEqualTo(State.FAILED_TO_START);
	}

	@Test
	void looksForTheFirstBeforeARefusalIsBelieved() {
		settle(this.assessmentId);
		this.provider.places(() -> REFUSED);
		this.provider.finds(new Match("ref-1", Match.Likelihood.CERTAIN));

		work(this.assessmentId, PlaceOrder.KIND);

		assertThat(this.store.get(this.assessmentId).providerReference()).isEqualTo("ref-1");
	}

	@Test
	void thatFailsSaysNothingOfTheFirst() {
		this.provider.places(() -> {
			throw new Throttled(null);
		});
		work(this.assessmentId, PlaceOrder.KIND);

		assertThat(attempts(this.assessmentId)).containsExactly(Attempt.State.CALLING);
	}

	@Test
	void isNotMadeForACheckThatHasEnded() {
		cancel(this.assessmentId, this.connectionId, "candidate-1");
		this.provider.finds(new Match("ref-1", Match.Likelihood.CERTAIN));

		work(this.assessmentId, PlaceOrder.KIND);

		assertThat(this.provider.keys).hasSize(1);
		assertThat(isWanted(this.assessmentId, CancelOrder.KIND)).isTrue();
	}

	@Test
	void isNotMadeWhenTheKeyMayBeForgotten() {
		this.jdbc.sql("update attempt set began_at = now() - interval '23 hours 1 minute'").update();
		this.provider.finds(new Match("ref-1", Match.Likelihood.CERTAIN));

		work(this.assessmentId, PlaceOrder.KIND);

		assertThat(this.provider.keys).hasSize(1);
		assertThat(this.store.get(this.assessmentId).providerReference()).isEqualTo("ref-1");
	}

	@Test
	void isForTheNextAttemptAnother() {
		this.provider.offers(Capability.LOOK_UP, Capability.READ);
		settle(this.assessmentId);
		work(this.assessmentId, PlaceOrder.KIND);
		this.provider.places(() -> PLACED);
		work(this.assessmentId, PlaceOrder.KIND);

		assertThat(attempts(this.assessmentId)).containsExactly(Attempt.State.ABSENT, Attempt.State.PLACED);
		assertThat(this.provider.keys.getFirst()).isNotEqualTo(this.provider.keys.getLast());
	}

}
