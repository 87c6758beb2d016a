package io.bgvbridge.sync;

import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.sync.Assessment.Pending;
import io.bgvbridge.sync.connection.AshbyConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings one assessment's newest truth to Ashby: one update at a time, committed before
 * it is sent, and repeated to the byte for as long as nobody knows whether Ashby has it.
 */
@Component
class AssessmentPush implements WorkHandler {

	static final String KIND = "push";

	private static final Logger log = LoggerFactory.getLogger(AssessmentPush.class);

	private final AssessmentStore store;

	private final WorkQueue queue;

	private final TransactionOperations transaction;

	private final Delivery delivery;

	private final Drafts drafts;

	AssessmentPush(AssessmentStore store, WorkQueue queue, TransactionOperations transaction, Delivery delivery,
			Drafts drafts) {
		this.store = store;
		this.queue = queue;
		this.transaction = transaction;
		this.delivery = delivery;
		this.drafts = drafts;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Assessment assessment = this.store.find(item.subjectId());
		if (assessment == null) {
			return Outcome.nothing();
		}
		if (assessment.pending() != null) {
			this.queue.confirm(item);
			return this.delivery.send(new Sending(item, assessment, assessment.pending(), true));
		}
		long revision = assessment.newest().revision();
		return switch (this.drafts.next(assessment)) {
			case Next.Nothing nothing -> Outcome.nothing();
			case Next.AlreadyShown already -> new Outcome.Done(() -> this.store.shown(item.subjectId(), revision));
			case Next.Withheld withheld -> withhold(item, revision, withheld.why());
			case Next.Send send -> begin(item, assessment, this.drafts.update(assessment, send));
			case Next.Complete complete -> begin(item, assessment, this.drafts.completion(assessment, complete));
			case Next.Note note -> new Outcome.Done(
					() -> this.queue.raise(item.subjectId(), Notes.KIND, item.connectionId(), AshbyConnections.SIDE));
		};
	}

	/**
	 * Nobody sends what is not committed, and nobody commits who does not hold the claim.
	 * Rows are locked in the listener's order: the assessment, then its work.
	 */
	private Outcome begin(WorkItem item, Assessment assessment, Pending pending) {
		boolean begun = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean kept = this.store.begin(item.subjectId(), pending);
			this.queue.confirm(item);
			return kept;
		}));
		return begun ? this.delivery.send(new Sending(item, assessment, pending, false)) : Outcome.nothing();
	}

	private Outcome withhold(WorkItem item, long revision, String why) {
		log.warn("ashby.withheld assessmentId={} connectionId={} revision={} reason={}", item.subjectId(),
				item.connectionId(), revision, why);
		return new Outcome.Done(() -> this.store.withheld(item.subjectId(), revision, why));
	}

}
