package io.bgvbridge.verification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.provider.Capability;
import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Match.Likelihood;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Finds out what an attempt came to whose answer never arrived. That the provider has no
 * such order is believed only of an attempt old enough for the provider to show it; what
 * cannot be told for sure becomes an operator's question.
 */
@Component
class UnknownOutcome {

	private static final Logger log = LoggerFactory.getLogger(UnknownOutcome.class);

	private final Orders orders;

	private final Attempts attempts;

	private final Ordering ordering;

	private final VendorCalls calls;

	UnknownOutcome(Orders orders, Attempts attempts, Ordering ordering, VendorCalls calls) {
		this.orders = orders;
		this.attempts = attempts;
		this.ordering = ordering;
		this.calls = calls;
	}

	/**
	 * Resolves an attempt, or says when to look again.
	 * @param item the claim
	 * @param verification the verification
	 * @param attempt its attempt, read before this look-up
	 * @return how it went
	 */
	Outcome resolve(WorkItem item, Verification verification, Attempt attempt) {
		if (verification.erased()) {
			// Nothing is left to look for.
			return parked(item, attempt);
		}
		if (!this.ordering.provider(verification).can(Capability.LOOK_UP)) {
			return parked(item, attempt);
		}
		List<Match> matches = look(item, verification, attempt);
		Optional<Match> ours = ours(verification, matches);
		log.info("order.looked-up assessmentId={} attempt={} matches={} ours={} settled={}", item.subjectId(),
				attempt.attemptNo(), matches.size(), ours.isPresent(), attempt.settled());
		if (ours.isPresent()) {
			return new Outcome.Done(
					() -> this.attempts.placed(verification, attempt.attemptNo(), ours.get().reference(), List.of()));
		}
		if (!attempt.settled()) {
			return Outcome.retry(item, WorkReason.OUTCOME_UNKNOWN);
		}
		if (matches.isEmpty()) {
			return new Outcome.Later(() -> this.attempts.absent(verification, attempt.attemptNo()), Duration.ZERO);
		}
		return parked(item, attempt);
	}

	private Outcome parked(WorkItem item, Attempt attempt) {
		return new Outcome.Done(() -> this.attempts.parked(item, attempt.attemptNo()));
	}

	/**
	 * Looks for an attempt's order.
	 * @param item the claim
	 * @param verification the verification
	 * @param attempt its attempt
	 * @return the order, if one is ours
	 */
	Optional<Match> found(WorkItem item, Verification verification, Attempt attempt) {
		return ours(verification, look(item, verification, attempt));
	}

	private List<Match> look(WorkItem item, Verification verification, Attempt attempt) {
		Ordering.Prepared prepared = this.ordering.prepare(verification);
		return this.calls.call(item.connectionId(), item.side(),
				() -> prepared.provider().find(prepared.access(), prepared.order(), attempt.beganAt()));
	}

	private Optional<Match> ours(Verification verification, List<Match> matches) {
		List<Match> free = matches.stream().filter((match) -> isFree(verification, match)).toList();
		Optional<Match> certain = free.stream().filter((match) -> match.likelihood() == Likelihood.CERTAIN).findFirst();
		if (certain.isPresent()) {
			return certain;
		}
		List<Match> possible = free.stream().filter((match) -> match.likelihood() == Likelihood.POSSIBLE).toList();
		return (possible.size() == 1 && !this.orders.hasTwinInDoubt(verification)) ? Optional.of(possible.getFirst())
				: Optional.empty();
	}

	private boolean isFree(Verification verification, Match match) {
		return this.orders.otherHolder(verification, match.reference()).isEmpty();
	}

}
