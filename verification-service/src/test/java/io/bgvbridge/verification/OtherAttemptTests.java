package io.bgvbridge.verification;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.schemas.VerificationRequested;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second attempt at a check orders nothing while the first is neither over at the
 * provider nor an operator's question.
 */
class OtherAttemptTests extends OrderingFixture {

	private static final String PERSON = "candidate-1";

	private UUID connectionId;

	private UUID first;

	private UUID second;

	@BeforeEach
	void startTwice() {
		this.connectionId = connect();
		UUID typeId = UUID.randomUUID();
		this.first = attempt(typeId);
		this.second = attempt(typeId);
	}

	private UUID attempt(UUID typeId) {
		UUID assessmentId = UUID.randomUUID();
		this.listener.on(VerificationRequested
			.newBuilder(requested(UUID.randomUUID(), assessmentId, this.connectionId, PERSON, PHONE))
			.setAssessmentTypeId(typeId)
			.build());
		return assessmentId;
	}

	@Test
	void waitsWhileTheOtherIsOpen() {
		work(this.first, PlaceOrder.KIND);
		assertThat(this.provider.placed).isEmpty();

		cancel(this.second, this.connectionId, PERSON);
		work(this.first, PlaceOrder.KIND);

		assertThat(this.provider.placed).hasSize(1);
		assertThat(reports(this.first)).singleElement()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.EARLIER_ATTEMPT));
	}

	@Test
	void waitsUntilTheOthersOrderIsCancelledAtTheProvider() {
		orderFirstAndCancelIt();

		work(this.second, PlaceOrder.KIND);
		assertThat(this.provider.placed).hasSize(1);

		work(this.first, CancelOrder.KIND);
		work(this.second, PlaceOrder.KIND);
		assertThat(this.provider.placed).hasSize(2);
	}

	@Test
	void goesOnWhenSomebodyIsAskedToCancelTheOther() {
		this.provider.cancels(() -> Cancellation.NOT_OFFERED);
		orderFirstAndCancelIt();

		work(this.first, CancelOrder.KIND);
		work(this.second, PlaceOrder.KIND);

		assertThat(this.provider.placed).hasSize(2);
	}

	@Test
	void waitsWhileTheOthersOutcomeIsUnknown() {
		dieWhileCalling(this.first);
		cancel(this.first, this.connectionId, PERSON);

		work(this.second, PlaceOrder.KIND);
		assertThat(this.provider.placed).isEmpty();

		settle(this.first);
		work(this.first, PlaceOrder.KIND);
		work(this.second, PlaceOrder.KIND);
		assertThat(this.provider.placed).hasSize(1);
	}

	@Test
	void goesOnWhenTheOtherIsAnOperatorsQuestion() {
		this.provider.offers(Capability.SIGNED_CALLBACKS);
		cancel(this.second, this.connectionId, PERSON);
		this.provider.places(() -> {
			throw new Unavailable("timeout", Sent.PERHAPS, null, null);
		});
		work(this.first, PlaceOrder.KIND);
		work(this.first, PlaceOrder.KIND);
		assertThat(attempts(this.first)).containsExactly(Attempt.State.PARKED);

		UUID third = attempt(this.store.get(this.first).assessmentTypeId());
		this.provider.places(() -> new Placement.Placed("ref-3", List.of()));
		work(third, PlaceOrder.KIND);

		assertThat(this.store.get(third).providerReference()).isEqualTo("ref-3");
	}

	@Test
	void goesOnWhenTheProviderSaysThatTheOtherIsOver() {
		orderFirstAndCancelIt();
		this.verifications.raiseRefresh(this.first, this.connectionId);
		this.provider.reads(() -> new Snapshot.Known(Progress.of(State.COMPLETED_CLEAR, Result.CLEAR)));
		work(this.first, Refresh.KIND);

		work(this.second, PlaceOrder.KIND);

		assertThat(this.provider.placed).hasSize(2);
	}

	@Test
	void doesNotWaitForAnotherPackage() {
		UUID other = attempt(UUID.randomUUID());

		work(other, PlaceOrder.KIND);

		assertThat(this.provider.placed).hasSize(1);
	}

	private void orderFirstAndCancelIt() {
		this.jdbc.sql("update verification set state = 'CANCELLED' where assessment_id = ?")
			.param(this.second)
			.update();
		this.provider.places(() -> new Placement.Placed("ref-1", List.of()));
		work(this.first, PlaceOrder.KIND);
		this.jdbc.sql("update verification set state = 'REQUESTED' where assessment_id = ?")
			.param(this.second)
			.update();
		this.provider.places(() -> new Placement.Placed("ref-2", List.of()));
		cancel(this.first, this.connectionId, PERSON);
	}

}
