package io.bgvbridge.verification;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.provider.Cancellation;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What providers are asked to forget.
 */
class ErasePersonTests extends OrderingFixture {

	@Test
	void theProviderErasesThePersonOfACheckThatIsOver() {
		UUID assessmentId = erased();

		work(assessmentId, ErasePerson.KIND);

		assertThat(this.provider.erased).containsExactly("ref-1[alias-1]");
		assertThat(this.store.get(assessmentId).personErasure()).isEqualTo(PersonErasure.DONE);
		assertThat(reports(assessmentId)).isEmpty();
	}

	@Test
	void anOpenOrderIsCancelledFirst() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId);
		deleteCandidate(connectionId, "gone");
		assertThat(isWanted(assessmentId, ErasePerson.KIND)).isFalse();
		assertThat(this.provider.erased).isEmpty();

		work(assessmentId, CancelOrder.KIND);
		work(assessmentId, ErasePerson.KIND);

		assertThat(this.provider.cancelled).containsExactly("ref-1");
		assertThat(this.provider.erased).hasSize(1);
	}

	/** Somebody asked for it again while the cancel was under way. */
	@Test
	void nobodyIsErasedWhileTheOrderIsNotCancelled() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId);
		deleteCandidate(connectionId, "gone");
		this.jdbc.sql("""
				insert into work (subject_id, kind, connection_id, side) values (?, 'erase-person', ?, 'provider')
				""").params(assessmentId, connectionId).update();

		work(assessmentId, ErasePerson.KIND);

		assertThat(this.provider.erased).isEmpty();
		assertThat(this.store.get(assessmentId).personErasure()).isEqualTo(PersonErasure.WANTED);
	}

	@Test
	void anOrderThatIsLinkedLaterIsCancelledAndItsPersonErased() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId, "gone");
		this.provider.offers(Capability.CANCEL, Capability.ERASE);
		this.provider.places(() -> {
			deleteCandidate(connectionId, "gone");
			return new Placement.Placed("ref-1", List.of());
		});

		work(assessmentId, PlaceOrder.KIND);
		work(assessmentId, CancelOrder.KIND);
		work(assessmentId, ErasePerson.KIND);

		assertThat(this.provider.erased).containsExactly("ref-1[]");
	}

	@Test
	void anOutageIsWaitedOutAndItsEndTold() {
		UUID assessmentId = erased();
		this.provider.erases(() -> {
			throw new Unavailable("no answer", Sent.PERHAPS, null, null);
		});
		work(assessmentId, ErasePerson.KIND);
		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getKind()).isEqualTo("erase-person");
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.WAITING);
		});
		int told = updates(assessmentId).size();
		this.provider.erases(() -> {
		});

		work(assessmentId, ErasePerson.KIND);

		assertThat(updates(assessmentId)).hasSize(told + 1).last().satisfies((update) -> {
			assertThat(update.getErased()).isTrue();
			assertThat(update.getSealed()).isNull();
		});
	}

	@Test
	void aRefusalIsLeftToSomebody() {
		UUID assessmentId = erased();
		this.provider.erases(() -> {
			throw new Rejected("422", EMAIL);
		});

		work(assessmentId, ErasePerson.KIND);

		assertGivenUp(assessmentId, WorkReason.REJECTED);
		assertThat(this.store.get(assessmentId).personErasure()).isEqualTo(PersonErasure.BY_HAND);
	}

	@Test
	void aProviderThatErasesNobodyIsLeftToSomebody() {
		UUID assessmentId = erased();
		this.provider.offers(Capability.READ);

		work(assessmentId, ErasePerson.KIND);

		assertGivenUp(assessmentId, WorkReason.NOT_OFFERED);
		assertThat(this.provider.erased).isEmpty();
	}

	/** What a check waits for is told in one line, which is the open order's. */
	@Test
	void theQuestionOfAnOrderThatSomebodyHasToCancelStays() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId);
		deleteCandidate(connectionId, "gone");
		this.provider.cancels(() -> Cancellation.NOT_OFFERED);
		work(assessmentId, CancelOrder.KIND);
		int told = updates(assessmentId).size();

		work(assessmentId, ErasePerson.KIND);

		assertThat(this.store.get(assessmentId).personErasure()).isEqualTo(PersonErasure.DONE);
		assertThat(updates(assessmentId)).hasSize(told);
		assertThat(reports(assessmentId)).last()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.CANCEL_BY_HAND));
	}

	@Test
	void whatWasLeftToSomebodyIsTriedAgainWhenAskedAgain() {
		UUID assessmentId = erased();
		this.provider.offers(Capability.READ);
		work(assessmentId, ErasePerson.KIND);
		this.provider.offers(Capability.READ, Capability.ERASE);

		deleteCandidate(this.store.get(assessmentId).connectionId(), "gone");
		work(assessmentId, ErasePerson.KIND);

		assertThat(this.provider.erased).hasSize(1);
		deleteCandidate(this.store.get(assessmentId).connectionId(), "gone");
		assertThat(isWanted(assessmentId, ErasePerson.KIND)).isFalse();
	}

	private void assertGivenUp(UUID assessmentId, WorkReason reason) {
		assertThat(reports(assessmentId)).singleElement().satisfies((report) -> {
			assertThat(report.getKind()).isEqualTo(ErasePerson.KIND);
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.GIVEN_UP);
			assertThat(report.getReason()).isEqualTo(reason);
		});
	}

	private UUID ordered(UUID connectionId) {
		this.provider.offers(Capability.READ, Capability.CANCEL, Capability.ERASE);
		UUID assessmentId = request(connectionId, "gone");
		this.provider.places(() -> new Placement.Placed("ref-1", List.of("alias-1")));
		work(assessmentId, PlaceOrder.KIND);
		return assessmentId;
	}

	/** The check of an erased person that was completed before. */
	private UUID erased() {
		UUID connectionId = connect();
		UUID assessmentId = ordered(connectionId);
		this.provider.reads(() -> new Snapshot.Known(Progress.of(State.COMPLETED_CLEAR, Result.CLEAR)));
		work(assessmentId, Refresh.KIND);
		deleteCandidate(connectionId, "gone");
		return assessmentId;
	}

}
