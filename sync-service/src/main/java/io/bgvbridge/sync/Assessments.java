package io.bgvbridge.sync;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.sync.connection.AshbyConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What is true of each assessment, for as long as Ashby may not have it.
 */
@Component
class Assessments {

	private static final Logger log = LoggerFactory.getLogger(Assessments.class);

	private final Inbox inbox;

	private final StandingStore store;

	private final Leftovers leftovers;

	private final WorkQueue queue;

	private final TransactionOperations transaction;

	Assessments(Inbox inbox, StandingStore store, Leftovers leftovers, WorkQueue queue,
			TransactionOperations transaction) {
		this.inbox = inbox;
		this.store = store;
		this.leftovers = leftovers;
		this.queue = queue;
		this.transaction = transaction;
	}

	/**
	 * Takes a change, unless a newer one is there, and wakes up whatever tells Ashby of
	 * it.
	 * @param change the change
	 */
	void take(StandingChange change) {
		this.transaction.executeWithoutResult((status) -> {
			if (!this.inbox.take(change.eventId()) || !isKnown(change)) {
				return;
			}
			boolean taken = this.store.take(change);
			if (change.erased()) {
				this.leftovers.erase(change.assessmentId());
			}
			else if (taken) {
				this.leftovers.keep(change);
				raisePush(change);
			}
		});
	}

	/** Of a check that a rule began Ashby is told the end only. */
	private void raisePush(StandingChange change) {
		if (change.subject().origin() == Origin.RECRUITER || change.standing().ended()) {
			this.queue.raise(change.assessmentId(), AssessmentPush.KIND, change.connectionId(), AshbyConnections.SIDE);
		}
	}

	/**
	 * A state or origin that this version does not know says nothing; what was true
	 * before stays. An erasure counts whatever else it says.
	 */
	private static boolean isKnown(StandingChange change) {
		boolean known = change.standing().state() != State.UNKNOWN && change.subject().origin() != Origin.UNKNOWN;
		if (!known) {
			log.warn("assessment.state-unknown assessmentId={} connectionId={} revision={}", change.assessmentId(),
					change.connectionId(), change.standing().revision());
		}
		return known || change.erased();
	}

}
