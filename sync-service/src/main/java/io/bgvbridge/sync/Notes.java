package io.bgvbridge.sync;

import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.sync.connection.AshbyConnections;

import org.springframework.stereotype.Component;

/**
 * Tells the end of a check that Ashby does not know by one note on the candidate: a note
 * of which nobody knows whether it was written is looked for before another is.
 */
@Component
class Notes implements WorkHandler {

	static final String KIND = "note";

	private final AssessmentStore assessments;

	private final NoteStore store;

	private final Drafts drafts;

	private final NoteDelivery delivery;

	private final WorkQueue queue;

	Notes(AssessmentStore assessments, NoteStore store, Drafts drafts, NoteDelivery delivery, WorkQueue queue) {
		this.assessments = assessments;
		this.store = store;
		this.drafts = drafts;
		this.delivery = delivery;
		this.queue = queue;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Outcome handle(WorkItem item) {
		Assessment assessment = this.assessments.find(item.subjectId());
		if (assessment == null || assessment.erased() || assessment.subject().origin() != Origin.AUTO_START) {
			return new Outcome.Done(() -> this.store.drop(item.subjectId()));
		}
		NoteAttempt open = this.store.find(item.subjectId());
		if (open != null) {
			return this.delivery.lookUp(item, assessment, open);
		}
		return switch (this.drafts.next(assessment)) {
			case Next.Nothing nothing -> Outcome.nothing();
			case Next.Note note -> this.delivery.write(item, assessment, this.drafts.note(assessment));
			case Next.AlreadyShown already -> handBack(item);
			case Next.Withheld withheld -> handBack(item);
			case Next.Send send -> handBack(item);
			case Next.Complete complete -> handBack(item);
		};
	}

	/**
	 * By now the end is told by another way, or was told already; the push knows which.
	 * The claim comes first, as it does where the push raises a note.
	 */
	private Outcome handBack(WorkItem item) {
		return new Outcome.Done(() -> {
			this.queue.confirm(item);
			this.queue.raise(item.subjectId(), AssessmentPush.KIND, item.connectionId(), AshbyConnections.SIDE);
		});
	}

}
