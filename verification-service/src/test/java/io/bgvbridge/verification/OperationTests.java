package io.bgvbridge.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.WorkOutcome;
import io.bgvbridge.schemas.WorkReason;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.provider.Resent;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What operators ask for about one check.
 */
class OperationTests extends OrderingFixture {

	private static final Resent INVITED = new Resent.Invited("ref-2", List.of());

	@Autowired
	private OperationListener operations;

	@Test
	void refreshReadsTheCheckNow() {
		UUID assessmentId = read(ordered(connect(), "ref-1"));

		ask(assessmentId, Operation.REFRESH, null);

		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	@Test
	void refreshIsNotOfferedWhereTheProviderCannotBeAsked() {
		this.provider.offers(Capability.SIGNED_CALLBACKS);
		UUID assessmentId = read(ordered(connect(), "ref-1"));

		ask(assessmentId, Operation.REFRESH, null);

		assertThat(reports(assessmentId)).singleElement()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.NOT_OFFERED));
	}

	@Test
	void resendFollowsTheNewInvitation() {
		UUID assessmentId = resendable();
		ask(assessmentId, Operation.RESEND_INVITE, null);
		this.provider.resends(() -> INVITED);

		work(assessmentId, Resend.KIND);

		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo("ref-2");
		assertThat(updates(assessmentId)).last()
			.satisfies((update) -> assertThat(update.getProviderReference()).isEqualTo("ref-2"));
		work(assessmentId, Refresh.KIND);
		assertThat(this.provider.read).last().isEqualTo("ref-2");
	}

	@Test
	void resendIsRepeatedWithItsKey() {
		UUID assessmentId = resendable();
		ask(assessmentId, Operation.RESEND_INVITE, null);
		ask(assessmentId, Operation.RESEND_INVITE, null);
		this.provider.resends(() -> {
			throw new Unavailable("no answer", Sent.PERHAPS, null, null);
		});
		work(assessmentId, Resend.KIND);
		this.provider.resends(() -> INVITED);
		work(assessmentId, Resend.KIND);

		assertThat(this.provider.resendKeys).hasSize(2);
		assertThat(this.provider.resendKeys.getFirst()).isEqualTo(this.provider.resendKeys.getLast());
	}

	/** The earlier invitation is deleted meanwhile, which must not look like a cancel. */
	@Test
	void whatIsReadWhileTheInvitationChangesIsNotBelieved() {
		UUID assessmentId = resendable();
		this.verifications.raiseRefresh(assessmentId, this.store.get(assessmentId).connectionId());
		this.provider.reads(() -> {
			ask(assessmentId, Operation.RESEND_INVITE, null);
			return new Snapshot.Known(Progress.of(State.CANCELLED, Reason.CANCELLED_BY_PROVIDER));
		});

		work(assessmentId, Refresh.KIND);

		assertThat(this.store.get(assessmentId).state()).isEqualTo(State.INVITED);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	@Test
	void resendOfACheckThatWasCancelledMeanwhileIsCancelledToo() {
		UUID assessmentId = resendable();
		UUID connectionId = this.store.get(assessmentId).connectionId();
		ask(assessmentId, Operation.RESEND_INVITE, null);
		this.provider.resends(() -> {
			cancel(assessmentId, connectionId, this.store.get(assessmentId).candidateId());
			return INVITED;
		});

		work(assessmentId, Resend.KIND);
		work(assessmentId, CancelOrder.KIND);

		assertThat(this.provider.cancelled).containsExactly("ref-2");
	}

	@Test
	void resendIsTooLateOnceTheCandidateHasAnswered() {
		UUID assessmentId = resendable();
		ask(assessmentId, Operation.RESEND_INVITE, null);

		work(assessmentId, Resend.KIND);

		assertThat(this.store.get(assessmentId).resendKey()).isNull();
		assertThat(reports(assessmentId)).singleElement()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.NOT_OFFERED));
	}

	@Test
	void resendIsNotOfferedByEveryProvider() {
		UUID assessmentId = ordered(connect(), "ref-1");

		ask(assessmentId, Operation.RESEND_INVITE, null);

		assertThat(isWanted(assessmentId, Resend.KIND)).isFalse();
		assertThat(reports(assessmentId)).singleElement()
			.satisfies((report) -> assertThat(report.getOutcome()).isEqualTo(WorkOutcome.GIVEN_UP));
	}

	@Test
	void resolveLinksAnOrderThatTheProviderShows() {
		UUID assessmentId = parked(connect());
		this.provider.offers(Capability.READ);

		ask(assessmentId, Operation.RESOLVE_LINK, "ref-7");
		work(assessmentId, ResolveOrder.KIND);

		assertThat(this.provider.read).containsExactly("ref-7");
		assertThat(this.store.get(assessmentId).providerReference()).isEqualTo("ref-7");
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PLACED);
	}

	@Test
	void resolveKeepsTheQuestionWhereTheProviderShowsNoSuchOrder() {
		UUID assessmentId = parked(connect());
		this.provider.offers(Capability.READ);
		this.provider.reads(() -> {
			throw new Rejected("404", "");
		});

		ask(assessmentId, Operation.RESOLVE_LINK, "ref-7");
		work(assessmentId, ResolveOrder.KIND);

		assertThat(this.store.get(assessmentId).providerReference()).isNull();
		assertThat(reports(assessmentId)).last().satisfies((report) -> {
			assertThat(report.getOutcome()).isEqualTo(WorkOutcome.PARKED);
			assertThat(report.getReason()).isEqualTo(WorkReason.REJECTED);
		});
		ask(assessmentId, Operation.RESOLVE_LINK, "ref-8");
		assertThat(isWanted(assessmentId, ResolveOrder.KIND)).isTrue();
	}

	@Test
	void resolveLinksNoOrderOfAnotherCheck() {
		UUID connectionId = connect();
		ordered(connectionId, "ref-1");
		UUID assessmentId = parked(connectionId);

		ask(assessmentId, Operation.RESOLVE_LINK, "ref-1");
		work(assessmentId, ResolveOrder.KIND);

		assertThat(this.store.get(assessmentId).providerReference()).isNull();
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PARKED);
		assertThat(reports(assessmentId)).last()
			.satisfies((report) -> assertThat(report.getReason()).isEqualTo(WorkReason.REJECTED));
	}

	@Test
	void resolveOrdersAgain() {
		UUID assessmentId = parked(connect());

		ask(assessmentId, Operation.RESOLVE_ORDER_AGAIN, null);
		this.provider.places(() -> new Placement.Placed("ref-2", List.of()));
		work(assessmentId, PlaceOrder.KIND);

		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.ABSENT, Attempt.State.PLACED);
	}

	@Test
	void resolveDoesNothingWhereNothingIsAsked() {
		UUID assessmentId = ordered(connect(), "ref-1");

		ask(assessmentId, Operation.RESOLVE_LINK, "ref-2");
		ask(assessmentId, Operation.RESOLVE_ORDER_AGAIN, null);

		assertThat(isWanted(assessmentId, ResolveOrder.KIND)).isFalse();
		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	@Test
	void areTakenOnce() {
		UUID assessmentId = parked(connect());
		OperationRequested again = operation(assessmentId, Operation.RESOLVE_ORDER_AGAIN, null);
		this.operations.on(again);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).hasSize(2);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.ABSENT, Attempt.State.PARKED);

		this.operations.on(again);

		assertThat(isWanted(assessmentId, PlaceOrder.KIND)).isFalse();
	}

	private UUID resendable() {
		this.provider.offers(Capability.RESEND, Capability.READ, Capability.CANCEL);
		return ordered(connect(), "ref-1");
	}

	/** An order of unknown outcome at a provider that cannot be asked. */
	private UUID parked(UUID connectionId) {
		this.provider.offers(Capability.SIGNED_CALLBACKS);
		UUID assessmentId = request(connectionId);
		this.provider.places(() -> {
			throw new Unavailable("no answer", Sent.PERHAPS, null, null);
		});
		work(assessmentId, PlaceOrder.KIND);
		work(assessmentId, PlaceOrder.KIND);
		assertThat(attempts(assessmentId)).containsExactly(Attempt.State.PARKED);
		return assessmentId;
	}

	private UUID read(UUID assessmentId) {
		work(assessmentId, Refresh.KIND);
		return assessmentId;
	}

	private void ask(UUID assessmentId, Operation operation, @Nullable String reference) {
		this.operations.on(operation(assessmentId, operation, reference));
	}

	private OperationRequested operation(UUID assessmentId, Operation operation, @Nullable String reference) {
		return OperationRequested.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(Instant.now())
			.setConnectionId(this.store.get(assessmentId).connectionId())
			.setAssessmentId(assessmentId)
			.setOperation(operation)
			.setProviderReference(reference)
			.build();
	}

}
