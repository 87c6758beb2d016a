package io.bgvbridge.sync.file;

import java.time.Duration;

import io.bgvbridge.ashby.UploadHandle;
import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkProperties;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.sync.connection.AshbyCalls;
import io.bgvbridge.sync.connection.AshbyUploads;

import org.springframework.stereotype.Component;

/**
 * The last step of a report file, which must not be repeated blindly.
 */
@Component
class Attachment {

	private final AshbyUploads uploads;

	private final AshbyCalls ashby;

	private final ReportFileStore store;

	private final Filing filing;

	private final Duration settled;

	Attachment(AshbyUploads uploads, AshbyCalls ashby, ReportFileStore store, Filing filing,
			ReportProperties properties, WorkProperties work) {
		this.uploads = uploads;
		this.ashby = ashby;
		this.store = store;
		this.filing = filing;
		this.settled = work.callTimeout().plus(properties.settling());
	}

	Outcome attach(WorkItem item, ReportFile file, UploadHandle place) {
		if (!this.filing.commit(item, () -> this.store.attaching(item.subjectId()))) {
			return Outcome.nothing();
		}
		try {
			this.uploads.attach(item.connectionId(), file.candidateId(), place.handle());
			Filing.log(item, file.name(), "attached");
			return this.filing.settled(item, file.revision());
		}
		catch (VendorFailure ex) {
			Filing.log(item, file.name(), String.valueOf(ex.getMessage()));
			return notAttached(item, file, ex);
		}
	}

	/**
	 * The name is the file's own, so that whoever has a file of that name has this one.
	 */
	Outcome lookUp(WorkItem item, ReportFile file) {
		this.filing.confirm(item);
		boolean found;
		try {
			found = this.ashby.fileNames(item.connectionId(), file.candidateId()).contains(file.stepName());
		}
		catch (VendorFailure ex) {
			Filing.log(item, file.stepName(), String.valueOf(ex.getMessage()));
			return notLookedUp(item, file, ex);
		}
		Filing.log(item, file.stepName(), found ? "found" : "missing");
		return found ? this.filing.settled(item, file.stepRevision()) : missing(item, file);
	}

	/** A file that is not there can be believed absent only once its call has settled. */
	private Outcome missing(WorkItem item, ReportFile file) {
		Duration rest = this.settled.minus(file.attachingFor());
		return rest.isPositive() ? new Outcome.Retry(() -> {
		}, rest, WorkReason.OUTCOME_UNKNOWN)
				: new Outcome.Later(() -> this.store.restart(item.subjectId()), Duration.ZERO);
	}

	private Outcome notAttached(WorkItem item, ReportFile file, VendorFailure failure) {
		return switch (failure) {
			case Unavailable unavailable ->
				(unavailable.sent() == Sent.NO) ? unseen(item, unavailable) : Outcome.failed(unavailable);
			case Throttled throttled -> unseen(item, throttled);
			case Unauthorized unauthorized -> unseen(item, unauthorized);
			case Rejected rejected ->
				this.filing.givenUp(item, file, file.revision(), rejected.code(), WorkReason.REJECTED);
			case Unintelligible unintelligible ->
				this.filing.givenUp(item, file, file.revision(), "unintelligible", WorkReason.UNINTELLIGIBLE);
		};
	}

	/** The candidate's files could not be read: rather no second file than two. */
	private Outcome notLookedUp(WorkItem item, ReportFile file, VendorFailure failure) {
		return switch (failure) {
			case Unavailable unavailable -> Outcome.failed(unavailable);
			case Throttled throttled -> Outcome.failed(throttled);
			case Unauthorized unauthorized -> Outcome.failed(unauthorized);
			case Rejected rejected ->
				this.filing.givenUp(item, file, file.stepRevision(), rejected.code(), WorkReason.OUTCOME_UNKNOWN);
			case Unintelligible unintelligible ->
				this.filing.givenUp(item, file, file.stepRevision(), "unintelligible", WorkReason.OUTCOME_UNKNOWN);
		};
	}

	private Outcome unseen(WorkItem item, VendorFailure failure) {
		return new Outcome.Failed(() -> this.store.uploaded(item.subjectId()), failure);
	}

}
