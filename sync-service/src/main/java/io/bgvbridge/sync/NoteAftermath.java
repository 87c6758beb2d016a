package io.bgvbridge.sync;

import java.time.Duration;

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
import io.bgvbridge.sync.connection.WorkReportedPublisher;

import org.springframework.stereotype.Component;

/**
 * What follows from Ashby's answer to a note, from its silence, and from its list of
 * notes.
 */
@Component
class NoteAftermath {

	private final AssessmentStore assessments;

	private final NoteStore store;

	private final AssessmentPublisher publisher;

	private final WorkReportedPublisher reports;

	private final Duration settled;

	NoteAftermath(AssessmentStore assessments, NoteStore store, AssessmentPublisher publisher,
			WorkReportedPublisher reports, PushProperties push, WorkProperties work) {
		this.assessments = assessments;
		this.store = store;
		this.publisher = publisher;
		this.reports = reports;
		this.settled = work.callTimeout().plus(push.settling());
	}

	/** Wake-ups that this claim answered may have been about a newer end. */
	Outcome written(WorkItem item, Assessment assessment, NoteAttempt note) {
		Runnable recording = () -> {
			this.assessments.noted(item.subjectId(), note);
			this.store.drop(item.subjectId());
			this.publisher.noted(assessment, note);
		};
		return (assessment.newest().revision() > note.revision()) ? new Outcome.Later(recording, Duration.ZERO)
				: new Outcome.Done(recording);
	}

	/** The write failed: what may have been written stays open until it is looked for. */
	Outcome notWritten(WorkItem item, NoteAttempt note, VendorFailure failure) {
		return switch (failure) {
			case Unavailable unavailable ->
				(unavailable.sent() == Sent.NO) ? unseen(item, unavailable) : Outcome.failed(unavailable);
			case Throttled throttled -> unseen(item, throttled);
			case Unauthorized unauthorized -> unseen(item, unauthorized);
			case Rejected rejected -> givenUp(item, WorkReason.REJECTED,
					() -> this.assessments.withheld(item.subjectId(), note.revision(), rejected.code()));
			case Unintelligible unintelligible -> Outcome.retry(item, WorkReason.OUTCOME_UNKNOWN);
		};
	}

	/** A note that is not there can be believed absent only once its call has settled. */
	Outcome missing(WorkItem item, NoteAttempt note) {
		Duration rest = this.settled.minus(note.age());
		return rest.isPositive() ? new Outcome.Retry(() -> {
		}, rest, WorkReason.OUTCOME_UNKNOWN)
				: new Outcome.Later(() -> this.store.drop(item.subjectId()), Duration.ZERO);
	}

	/** The list of notes could not be read: rather no second note than two. */
	Outcome notFound(WorkItem item, NoteAttempt note, VendorFailure failure) {
		return switch (failure) {
			case Unavailable unavailable -> Outcome.failed(unavailable);
			case Throttled throttled -> Outcome.failed(throttled);
			case Unauthorized unauthorized -> Outcome.failed(unauthorized);
			case Rejected rejected -> neverKnown(item, note, rejected.code());
			case Unintelligible unintelligible -> neverKnown(item, note, "unintelligible");
		};
	}

	private Outcome unseen(WorkItem item, VendorFailure failure) {
		return new Outcome.Failed(() -> this.store.drop(item.subjectId()), failure);
	}

	private Outcome neverKnown(WorkItem item, NoteAttempt note, String failure) {
		return givenUp(item, WorkReason.OUTCOME_UNKNOWN,
				() -> this.assessments.perhapsNoted(item.subjectId(), note, failure));
	}

	private Outcome givenUp(WorkItem item, WorkReason reason, Runnable recording) {
		return new Outcome.Later(() -> {
			recording.run();
			this.store.drop(item.subjectId());
			this.reports.givenUp(item, reason);
		}, Duration.ZERO);
	}

}
