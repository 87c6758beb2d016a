package io.bgvbridge.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.connection.Connections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Operators' answers to the question what an order of unknown outcome came to. All runs
 * in the caller's transaction.
 */
@Component
class Resolutions {

	private static final Logger log = LoggerFactory.getLogger(Resolutions.class);

	private final Verifications verifications;

	private final Attempts attempts;

	private final Orders orders;

	private final OrderStore store;

	private final WorkQueue work;

	Resolutions(Verifications verifications, Attempts attempts, Orders orders, OrderStore store, WorkQueue work) {
		this.verifications = verifications;
		this.attempts = attempts;
		this.orders = orders;
		this.store = store;
		this.work = work;
	}

	/** The order is that one, says an operator; looked into before it is believed. */
	void toLink(Verification locked, String reference) {
		if (question(locked).isEmpty()) {
			log.info("order.nothing-to-resolve assessmentId={}", locked.assessmentId());
			return;
		}
		this.store.resolve(locked.assessmentId(), reference);
		this.work.raise(locked.assessmentId(), ResolveOrder.KIND, locked.connectionId(), Connections.PROVIDER);
	}

	/** There is no such order, says an operator, so that it is placed. */
	void orderAgain(Verification locked) {
		Optional<Attempt> question = question(locked);
		if (question.isEmpty()) {
			log.info("order.nothing-to-resolve assessmentId={}", locked.assessmentId());
			return;
		}
		this.attempts.absent(locked, question.get().attemptNo());
		this.verifications.raiseOrder(locked.assessmentId(), locked.connectionId());
		log.info("order.to-be-placed-again assessmentId={}", locked.assessmentId());
	}

	/**
	 * Links what was looked into, unless it is another check's or the question is gone.
	 */
	void link(WorkItem item, String reference) {
		Verification locked = this.verifications.lock(item.subjectId());
		Optional<Attempt> question = question(locked);
		if (question.isEmpty()) {
			this.store.resolve(item.subjectId(), null);
		}
		else if (this.orders.otherHolder(locked, reference).isPresent()) {
			refuse(item, WorkReason.REJECTED);
		}
		else {
			this.attempts.placed(locked, question.get().attemptNo(), reference, List.of());
			log.info("order.linked-by-operator assessmentId={}", item.subjectId());
		}
	}

	/** The order is not there, or another's: the question stays. */
	void refuse(WorkItem item, WorkReason reason) {
		UUID assessmentId = item.subjectId();
		this.verifications.lock(assessmentId);
		this.store.resolve(assessmentId, null);
		this.attempts.ask(item, reason);
	}

	private Optional<Attempt> question(Verification locked) {
		List<Attempt> tried = this.attempts.of(locked.assessmentId());
		return (locked.providerReference() != null || tried.isEmpty()) ? Optional.empty()
				: Optional.of(tried.getLast()).filter((last) -> last.state() == Attempt.State.PARKED);
	}

}
