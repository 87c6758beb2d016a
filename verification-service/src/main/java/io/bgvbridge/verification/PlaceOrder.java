package io.bgvbridge.verification;

import java.util.List;
import java.util.Optional;

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
import io.bgvbridge.verification.provider.Capability;
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

	private final Orders orders;

	private final Attempts attempts;

	private final Ordering ordering;

	private final UnknownOutcome unknownOutcome;

	private final VendorCalls calls;

	PlaceOrder(VerificationStore store, Orders orders, Attempts attempts, Ordering ordering,
			UnknownOutcome unknownOutcome, VendorCalls calls) {
		this.store = store;
		this.orders = orders;
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
			return (isRepeatable(verification, last)) ? repeat(item, verification, last)
					: this.unknownOutcome.resolve(item, verification, last);
		}
		if (verification.state().isFinal()) {
			return Outcome.nothing();
		}
		if (this.orders.hasOtherAttempt(verification)) {
			return Outcome.retry(item, WorkReason.EARLIER_ATTEMPT);
		}
		return place(item, verification, earlier);
	}

	/** What has ended meanwhile is looked for, as a repetition might order it now. */
	private boolean isRepeatable(Verification verification, Attempt attempt) {
		return attempt.repeatable() && !verification.state().isFinal()
				&& this.ordering.provider(verification).can(Capability.IDEMPOTENCY_KEY);
	}

	private Outcome place(WorkItem item, Verification verification, List<Attempt> earlier) {
		Ordering.Prepared prepared = this.ordering.prepare(verification);
		Attempt attempt = this.attempts.begin(item).orElse(null);
		if (attempt == null) {
			return Outcome.nothing();
		}
		try {
			return switch (call(item, prepared, attempt)) {
				case Placement.Placed placed -> placed(verification, attempt, placed);
				case Placement.Duplicate duplicate -> duplicate(item, verification, attempt, earlier);
				case Placement.Refused refused -> refused(verification, attempt, refused);
			};
		}
		catch (VendorFailure ex) {
			log.warn("order.failed assessmentId={} attempt={} reason={}", item.subjectId(), attempt.attemptNo(),
					ex.getMessage());
			return failed(item, verification, attempt, ex);
		}
	}

	/**
	 * Repeats a call of unknown outcome under its key. Its failure says nothing of the
	 * first call, and neither does a refusal while that may still be under way.
	 */
	private Outcome repeat(WorkItem item, Verification verification, Attempt attempt) {
		Ordering.Prepared prepared = this.ordering.prepare(verification);
		if (!this.attempts.repeat(item, attempt)) {
			return Outcome.retry(item, WorkReason.OUTCOME_UNKNOWN);
		}
		return switch (call(item, prepared, attempt)) {
			case Placement.Placed placed -> placed(verification, attempt, placed);
			case Placement.Duplicate duplicate when !attempt.settled() ->
				Outcome.retry(item, WorkReason.OUTCOME_UNKNOWN);
			case Placement.Refused refused when !attempt.settled() -> Outcome.retry(item, WorkReason.OUTCOME_UNKNOWN);
			case Placement.Duplicate duplicate -> duplicate(item, verification, attempt, List.of(attempt));
			case Placement.Refused refused -> found(item, verification, attempt, List.of(attempt))
				.orElseGet(() -> refused(verification, attempt, refused));
		};
	}

	private Placement call(WorkItem item, Ordering.Prepared prepared, Attempt attempt) {
		Placement placement = this.calls.call(item.connectionId(), item.side(),
				() -> prepared.provider().place(prepared.access(), prepared.order(), attempt.idempotencyKey()));
		log.info("order.answered assessmentId={} attempt={} answer={}", item.subjectId(), attempt.attemptNo(),
				placement.getClass().getSimpleName());
		return placement;
	}

	private Outcome placed(Verification verification, Attempt attempt, Placement.Placed placed) {
		return new Outcome.Done(
				() -> this.attempts.placed(verification, attempt.attemptNo(), placed.reference(), placed.aliases()));
	}

	private Outcome refused(Verification verification, Attempt attempt, Placement.Refused refused) {
		return new Outcome.Done(() -> this.attempts.refused(verification, attempt.attemptNo(),
				Progress.of(State.FAILED_TO_START, refused.reason()), refused.words()));
	}

	/**
	 * Without an earlier attempt of unknown outcome the duplicate cannot be ours. With
	 * one it may be, however late the provider shows it.
	 */
	private Outcome duplicate(WorkItem item, Verification verification, Attempt attempt, List<Attempt> earlier) {
		return found(item, verification, attempt, earlier)
			.orElseGet(() -> refused(verification, attempt, new Placement.Refused(Reason.DUPLICATE_CANDIDATE, "")));
	}

	private Optional<Outcome> found(WorkItem item, Verification verification, Attempt attempt, List<Attempt> earlier) {
		if (!this.ordering.provider(verification).can(Capability.LOOK_UP)) {
			return Optional.empty();
		}
		return earlier.stream()
			.filter((before) -> before.state() == Attempt.State.ABSENT || before.state() == Attempt.State.CALLING)
			.findFirst()
			.flatMap((inDoubt) -> this.unknownOutcome.found(item, verification, inDoubt))
			.map((found) -> placed(verification, attempt, new Placement.Placed(found.reference(), List.of())));
	}

	private Outcome failed(WorkItem item, Verification verification, Attempt attempt, VendorFailure failure) {
		Runnable notPlaced = () -> this.attempts.notPlaced(verification, attempt.attemptNo());
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
