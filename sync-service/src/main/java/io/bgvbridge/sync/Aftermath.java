package io.bgvbridge.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unauthorized;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.sync.Assessment.Channel;
import io.bgvbridge.sync.connection.AshbyConnections;
import io.bgvbridge.sync.connection.WorkReportedPublisher;

import org.springframework.stereotype.Component;

/**
 * What follows from Ashby's answer to an update, or from its silence.
 */
@Component
class Aftermath {

	private final AssessmentStore store;

	private final AssessmentPublisher publisher;

	private final WorkReportedPublisher reports;

	private final AshbyConnections connections;

	private final PushProperties properties;

	Aftermath(AssessmentStore store, AssessmentPublisher publisher, WorkReportedPublisher reports,
			AshbyConnections connections, PushProperties properties) {
		this.store = store;
		this.publisher = publisher;
		this.reports = reports;
		this.connections = connections;
		this.properties = properties;
	}

	Outcome accepted(Sending sending) {
		return finished(sending, () -> {
			this.store.delivered(sending.assessment().assessmentId(), sending.pending().channel());
			this.publisher.delivered(sending.assessment(), sending.pending());
			this.connections.reached(sending.item().connectionId(), sending.item().credentialsVersion());
		});
	}

	Outcome failed(Sending sending, VendorFailure failure) {
		return switch (failure) {
			case Unavailable unavailable ->
				(unavailable.sent() == Sent.NO) ? unseen(sending, unavailable) : Outcome.failed(unavailable);
			case Throttled throttled -> unseen(sending, throttled);
			case Unauthorized unauthorized -> unseen(sending, unauthorized);
			case Rejected rejected -> rejected(sending, rejected);
			case Unintelligible unintelligible -> givenUp(sending, WorkReason.UNINTELLIGIBLE,
					() -> this.store.unclear(sending.assessment().assessmentId(), "unintelligible"));
		};
	}

	/**
	 * Ashby did not act on this try. Unless an earlier one may have reached it, the next
	 * try can tell what is true by then; it writes the same bytes if that is the same.
	 */
	private Outcome unseen(Sending sending, VendorFailure failure) {
		UUID assessmentId = sending.assessment().assessmentId();
		return sending.repeated() ? Outcome.failed(failure)
				: new Outcome.Failed(() -> this.store.unsent(assessmentId), failure);
	}

	private Outcome rejected(Sending sending, Rejected rejected) {
		UUID assessmentId = sending.assessment().assessmentId();
		if (sending.pending().channel() == Channel.COMPLETED) {
			return toBeNoted(sending, () -> this.store.completionRefused(assessmentId, rejected.code()));
		}
		return isNotKnownYet(sending, rejected)
				? unseen(sending, new Unavailable("assessment not known yet", Sent.NO, null, rejected))
				: givenUp(sending, WorkReason.REJECTED, () -> this.store.refused(assessmentId, rejected.code()));
	}

	/** Nobody would look for the result elsewhere: a note tells it instead. */
	private Outcome toBeNoted(Sending sending, Runnable recording) {
		return new Outcome.Later(() -> {
			recording.run();
			this.reports.givenUp(sending.item(), WorkReason.REJECTED);
		}, Duration.ZERO);
	}

	/** Ashby may not have seen our answer to its start yet. */
	private boolean isNotKnownYet(Sending sending, Rejected rejected) {
		return rejected.code().endsWith("_not_found")
				&& Instant.now().isBefore(sending.assessment().startedAt().plus(this.properties.notFoundGrace()));
	}

	private Outcome givenUp(Sending sending, WorkReason reason, Runnable recording) {
		return finished(sending, () -> {
			recording.run();
			this.reports.givenUp(sending.item(), reason);
		});
	}

	private static Outcome finished(Sending sending, Runnable recording) {
		return sending.leavesSomething() ? new Outcome.Later(recording, Duration.ZERO) : new Outcome.Done(recording);
	}

}
