package io.bgvbridge.sync.file;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

import io.bgvbridge.ashby.UploadHandle;
import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.sync.connection.AshbyUploads;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The first two steps of a report file: a place in Ashby's storage, and the bytes. All of
 * it may be repeated.
 */
@Component
class Upload {

	/** Each claim takes from the connection's pace, so that nobody asks often. */
	private static final Duration WHILE_OTHERS_ARE_FETCHED = Duration.ofSeconds(15);

	private static final long JITTER_MILLIS = 10_000;

	private final ReportSource source;

	private final LongCalls calls;

	private final AshbyUploads ashby;

	private final ReportFileStore store;

	private final Filing filing;

	private final Semaphore turns;

	Upload(ReportSource source, LongCalls calls, AshbyUploads ashby, ReportFileStore store, Filing filing,
			ReportProperties properties) {
		this.source = source;
		this.calls = calls;
		this.ashby = ashby;
		this.store = store;
		this.filing = filing;
		this.turns = new Semaphore(properties.atOnce());
	}

	Outcome upload(WorkItem item, ReportFile file, @Nullable UploadHandle place) {
		if (!this.turns.tryAcquire()) {
			return Outcome
				.later(WHILE_OTHERS_ARE_FETCHED.plusMillis(ThreadLocalRandom.current().nextLong(JITTER_MILLIS)));
		}
		try {
			return fetched(item, file, place);
		}
		finally {
			this.turns.release();
		}
	}

	private Outcome fetched(WorkItem item, ReportFile file, @Nullable UploadHandle place) {
		Report report;
		try {
			report = this.source.fetch(item);
		}
		catch (VendorFailure ex) {
			return notFetched(item, file, ex);
		}
		return switch (report) {
			case Report.Pdf pdf -> sent(item, file, pdf.bytes(), place);
			case Report.Page page -> noFile(item, file);
			case Report.None none -> this.filing.notNow(item, file, "no-report", WorkReason.UNAVAILABLE);
		};
	}

	private Outcome noFile(WorkItem item, ReportFile file) {
		Filing.log(item, file.name(), "no file: the provider shows a page");
		return this.filing.settled(item, file.revision());
	}

	/** A place is for one length; a report that was made anew may have another. */
	private Outcome sent(WorkItem item, ReportFile file, byte[] report, @Nullable UploadHandle place) {
		try {
			UploadHandle open = (place != null && file.length() == report.length) ? place
					: placed(item, file, report.length);
			return (open == null) ? Outcome.nothing() : stored(item, file, report, open);
		}
		catch (VendorFailure ex) {
			Filing.log(item, file.name(), String.valueOf(ex.getMessage()));
			return notSent(item, file, ex);
		}
	}

	private Outcome stored(WorkItem item, ReportFile file, byte[] report, UploadHandle place) {
		try {
			this.calls.call(item, () -> {
				this.ashby.upload(item.connectionId(), place, file.name(), report);
				return true;
			});
			Filing.log(item, file.name(), "uploaded");
			return new Outcome.Later(() -> this.store.uploaded(item.subjectId()), Duration.ZERO);
		}
		catch (Unavailable ex) {
			Filing.log(item, file.name(), "not stored: " + ex.getMessage());
			return this.filing.notStored(item, file, ex);
		}
	}

	private @Nullable UploadHandle placed(WorkItem item, ReportFile file, long length) {
		this.filing.confirm(item);
		UploadHandle place = this.ashby.create(item.connectionId(), file.name(), length);
		return this.filing.commit(item, () -> this.store.placed(file, place, length)) ? place : null;
	}

	private Outcome notFetched(WorkItem item, ReportFile file, VendorFailure failure) {
		Filing.log(item, file.name(), "not fetched: " + failure.getMessage());
		return switch (failure) {
			case Unavailable unavailable -> Outcome.retry(item, WorkReason.UNAVAILABLE);
			// Not Ashby's: its pace and its key have nothing to do with it.
			case Throttled throttled -> Outcome.retry(item, WorkReason.UNAVAILABLE);
			case Unauthorized unauthorized -> Outcome.retry(item, WorkReason.INTERNAL);
			// The provider fails, behind a door that is open: that may never end.
			case Rejected rejected -> this.filing.notNow(item, file, "no-report", WorkReason.UNAVAILABLE);
			case Unintelligible unintelligible ->
				this.filing.givenUp(item, file, file.revision(), "unintelligible-report", WorkReason.UNINTELLIGIBLE);
		};
	}

	private Outcome notSent(WorkItem item, ReportFile file, VendorFailure failure) {
		return switch (failure) {
			case Unavailable unavailable -> Outcome.failed(unavailable);
			case Throttled throttled -> Outcome.failed(throttled);
			case Unauthorized unauthorized -> Outcome.failed(unauthorized);
			case Rejected rejected -> rejected.code().startsWith("storage_")
					? this.filing.notNow(item, file, rejected.code(), WorkReason.REJECTED)
					: this.filing.givenUp(item, file, file.revision(), rejected.code(), WorkReason.REJECTED);
			case Unintelligible unintelligible ->
				this.filing.givenUp(item, file, file.revision(), "unintelligible", WorkReason.UNINTELLIGIBLE);
		};
	}

}
