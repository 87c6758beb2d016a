package io.bgvbridge.sync;

import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkHandler;
import io.bgvbridge.messaging.work.WorkItem;

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

	Notes(AssessmentStore assessments, NoteStore store, Drafts drafts, NoteDelivery delivery) {
		this.assessments = assessments;
		this.store = store;
		this.drafts = drafts;
		this.delivery = delivery;
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
		return (this.drafts.next(assessment) instanceof Next.Note)
				? this.delivery.write(item, assessment, this.drafts.note(assessment)) : Outcome.nothing();
	}

}
