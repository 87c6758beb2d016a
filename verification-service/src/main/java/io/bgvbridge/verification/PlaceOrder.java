package io.bgvbridge.verification;

import java.util.List;
import java.util.OptionalInt;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Places the order at the provider: once, whatever fails in between. An attempt is
 * committed before the call; one that is still open when somebody comes back to it has an
 * unknown outcome and is looked up, never repeated.
 */
@Component
class PlaceOrder implements WorkHandler {

	static final String KIND = "order";

	private static final Logger log = LoggerFactory.getLogger(PlaceOrder.class);

	private final VerificationStore store;

	private final Attempts attempts;

	private final Ordering ordering;

	private final UnknownOutcome unknownOutcome;

	private final VendorCalls calls;

	PlaceOrder(VerificationStore store, Attempts attempts, Ordering ordering, UnknownOutcome unknownOutcome,
			VendorCalls calls) {
		this.store = store;
		this.attempts = attempts;
		this.ordering = ordering;
		this.unknownOutcome = unknownOutcome;
		this.calls = calls;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Verification verification = this.store.get(item.subjectId());
		if (verification.providerReference() != null) {
			return Outcome.nothing();
		}
		List<Attempt> earlier = this.attempts.of(verification.assessmentId());
		Attempt last = earlier.isEmpty() ? null : earlier.getLast();
		if (last != null && last.state() == Attempt.State.PARKED) {
			return Outcome.nothing();
		}
		if (last != null && last.state() == Attempt.State.CALLING) {
			return this.unknownOutcome.resolve(item, verification, last);
		}
		if (verification.state().isFinal()) {
			return Outcome.nothing();
		}
		return place(item, verification, earlier);
	}

	private Outcome place(WorkItem item, Verification verification, List<Attempt> earlier) {
		Ordering.Prepared prepared = this.ordering.prepare(verification);
		OptionalInt begun = this.attempts.begin(item);
		if (begun.isEmpty()) {
			return Outcome.nothing();
		}
		int attemptNo = begun.getAsInt();
		try {
			Placement placement = this.calls.call(item.connectionId(), item.side(),
					() -> prepared.provider().place(prepared.access(), prepared.order()));
			log.info("order.answered assessmentId={} attempt={} answer={}", item.subjectId(), attemptNo,
					placement.getClass().getSimpleName());
			return switch (placement) {
				case Placement.Placed placed ->
					new Outcome.Done(() -> this.attempts.placed(verification, attemptNo, placed.reference()));
				case Placement.Duplicate duplicate -> duplicate(item, verification, attemptNo, earlier);
				case Placement.Refused refused -> new Outcome.Done(() -> this.attempts.refused(verification, attemptNo,
						Progress.of(State.FAILED_TO_START, refused.reason()), refused.words()));
			};
		}
		catch (VendorFailure ex) {
			log.warn("order.failed assessmentId={} attempt={} reason={}", item.subjectId(), attemptNo, ex.getMessage());
			return failed(item, verification, attemptNo, ex);
		}
	}

	/**
	 * Without an earlier attempt of unknown outcome the duplicate cannot be ours. With
	 * one it may be, however late the provider shows it.
	 */
	private Outcome duplicate(WorkItem item, Verification verification, int attemptNo, List<Attempt> earlier) {
		return earlier.stream()
			.filter((attempt) -> attempt.state() == Attempt.State.ABSENT)
			.findFirst()
			.flatMap((absent) -> this.unknownOutcome.found(item, verification, absent))
			.map((found) -> (Outcome) new Outcome.Done(
					() -> this.attempts.placed(verification, attemptNo, found.reference())))
			.orElseGet(() -> new Outcome.Done(() -> this.attempts.refused(verification, attemptNo,
					Progress.of(State.FAILED_TO_START, Reason.DUPLICATE_CANDIDATE), "")));
	}

	private Outcome failed(WorkItem item, Verification verification, int attemptNo, VendorFailure failure) {
		Runnable notPlaced = () -> this.attempts.notPlaced(verification, attemptNo);
		return switch (failure) {
			case Unavailable unavailable when unavailable.sent() == Sent.NO -> new Outcome.Failed(notPlaced, failure);
			case Throttled throttled -> new Outcome.Failed(notPlaced, failure);
			case Unauthorized unauthorized -> new Outcome.Failed(notPlaced, failure);
			case Rejected rejected -> new Outcome.Failed(notPlaced, failure);
			case Unavailable unavailable -> Outcome.retry(item, WorkReason.OUTCOME_UNKNOWN);
			case Unintelligible unintelligible -> Outcome.retry(item, WorkReason.OUTCOME_UNKNOWN);
		};
	}

}
