package io.bgvbridge.sync.file;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkQueue;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.sync.connection.WorkReportedPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What every step of a report file keeps, and how a file is given up.
 */
@Component
class Filing {

	private static final Logger log = LoggerFactory.getLogger(Filing.class);

	private final ReportFileStore store;

	private final WorkQueue queue;

	private final TransactionOperations transaction;

	private final WorkReportedPublisher reports;

	private final ReportProperties properties;

	Filing(ReportFileStore store, WorkQueue queue, TransactionOperations transaction, WorkReportedPublisher reports,
			ReportProperties properties) {
		this.store = store;
		this.queue = queue;
		this.transaction = transaction;
		this.reports = reports;
		this.properties = properties;
	}

	/** Makes sure that the claim holds, and lasts for the next call. */
	void confirm(WorkItem item) {
		this.queue.confirm(item);
	}

	/**
	 * Commits a step under the claim; false if the file was erased meanwhile. Rows are
	 * locked in the listener's order: the file, then its work.
	 */
	boolean commit(WorkItem item, BooleanSupplier step) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean kept = step.getAsBoolean();
			this.queue.confirm(item);
			return kept;
		}));
	}

	/** Begins anew later, unless that was done for long enough. */
	Outcome notNow(WorkItem item, ReportFile file, String failure, WorkReason reason) {
		if (isOverdue(file)) {
			return givenUp(item, file, file.revision(), failure, reason);
		}
		Outcome.Retry retry = (Outcome.Retry) Outcome.retry(item, reason);
		return new Outcome.Retry(() -> this.store.restart(item.subjectId()), retry.delay(), reason);
	}

	/** The same place serves later, unless that was tried for long enough. */
	Outcome notStored(WorkItem item, ReportFile file, Unavailable failure) {
		return isOverdue(file) ? givenUp(item, file, file.revision(), "storage_unavailable", WorkReason.UNAVAILABLE)
				: Outcome.failed(failure);
	}

	private boolean isOverdue(ReportFile file) {
		return file.wantedFor().compareTo(this.properties.giveUpAfter()) >= 0;
	}

	Outcome settled(WorkItem item, long revision) {
		return new Outcome.Later(() -> this.store.settled(item.subjectId(), revision), Duration.ZERO);
	}

	/** Nothing is given up for a candidate who took the place of this one meanwhile. */
	Outcome givenUp(WorkItem item, ReportFile file, long revision, String failure, WorkReason reason) {
		return new Outcome.Later(() -> {
			if (this.store.failed(file, revision, failure)) {
				this.reports.givenUp(item, reason);
			}
		}, Duration.ZERO);
	}

	static void log(WorkItem item, String name, String outcome) {
		log.info("ashby.filed assessmentId={} connectionId={} file={} attempt={} outcome=\"{}\"", item.subjectId(),
				item.connectionId(), name, item.attempts() + 1, outcome);
	}

}
