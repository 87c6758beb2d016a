package io.bgvbridge.sync;

import java.util.List;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.sync.connection.AshbyCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes notes, and finds out whether they were written.
 */
@Component
class NoteDelivery {

	private static final Logger log = LoggerFactory.getLogger(NoteDelivery.class);

	private final NoteStore store;

	private final WorkQueue queue;

	private final TransactionOperations transaction;

	private final AshbyCalls ashby;

	private final NoteAftermath aftermath;

	NoteDelivery(NoteStore store, WorkQueue queue, TransactionOperations transaction, AshbyCalls ashby,
			NoteAftermath aftermath) {
		this.store = store;
		this.queue = queue;
		this.transaction = transaction;
		this.ashby = ashby;
		this.aftermath = aftermath;
	}

	/**
	 * Nobody writes what is not committed, and nobody commits who does not hold the
	 * claim.
	 */
	Outcome write(WorkItem item, Assessment assessment, NoteAttempt note) {
		boolean begun = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			this.queue.confirm(item);
			return this.store.begin(item.subjectId(), note);
		}));
		if (!begun) {
			return Outcome.nothing();
		}
		try {
			this.ashby.createNote(assessment.connectionId(), assessment.subject().candidateId(), note.text());
			log(item, note, "written");
			return this.aftermath.written(item, assessment, note);
		}
		catch (VendorFailure ex) {
			log(item, note, String.valueOf(ex.getMessage()));
			return this.aftermath.notWritten(item, note, ex);
		}
	}

	Outcome lookUp(WorkItem item, Assessment assessment, NoteAttempt note) {
		String marker = NoteDraft.marker(assessment.assessmentId(), note.revision());
		this.queue.confirm(item);
		try {
			List<String> texts = this.ashby.noteTexts(assessment.connectionId(), assessment.subject().candidateId());
			boolean found = texts.stream().anyMatch((text) -> text.contains(marker));
			log(item, note, found ? "found" : "missing");
			return found ? this.aftermath.written(item, assessment, note) : this.aftermath.missing(item, note);
		}
		catch (VendorFailure ex) {
			log(item, note, String.valueOf(ex.getMessage()));
			return this.aftermath.notFound(item, note, ex);
		}
	}

	private static void log(WorkItem item, NoteAttempt note, String outcome) {
		log.info("ashby.noted assessmentId={} connectionId={} revision={} attempt={} outcome=\"{}\"", item.subjectId(),
				item.connectionId(), note.revision(), item.attempts() + 1, outcome);
	}

}
