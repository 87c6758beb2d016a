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

	private final AssessmentStore store;

	private final WorkQueue queue;

	private final TransactionOperations transaction;

	Assessments(Inbox inbox, AssessmentStore store, WorkQueue queue, TransactionOperations transaction) {
		this.inbox = inbox;
		this.store = store;
		this.queue = queue;
		this.transaction = transaction;
	}

	/**
	 * Takes a change, unless a newer one is there, and wakes the push of it up.
	 * @param change the change
	 */
	void take(StandingChange change) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.inbox.take(change.eventId()) && isKnown(change) && this.store.take(change)) {
				this.queue.raise(change.assessmentId(), AssessmentPush.KIND, change.connectionId(),
						AshbyConnections.SIDE);
			}
		});
	}

	/**
	 * A state that this version does not know says nothing; what was true before stays.
	 */
	private static boolean isKnown(StandingChange change) {
		if (change.standing().state() == State.UNKNOWN) {
			log.warn("assessment.state-unknown assessmentId={} connectionId={} revision={}", change.assessmentId(),
					change.connectionId(), change.standing().revision());
			return false;
		}
		return true;
	}

}
