package io.bgvbridge.sync;

import java.time.Clock;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.schemas.AshbyUpdateDelivered;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.sync.Assessment.Pending;

import org.springframework.stereotype.Component;

/**
 * Tells what Ashby has.
 */
@Component
class AssessmentPublisher {

	private final Outbox outbox;

	private final Clock clock;

	AssessmentPublisher(Outbox outbox, Clock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	void delivered(Assessment assessment, Pending update) {
		this.outbox.add(Topics.ASHBY_UPDATE_DELIVERED, assessment.assessmentId().toString(),
				AshbyUpdateDelivered.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(this.clock.instant())
					.setConnectionId(assessment.connectionId())
					.setAssessmentId(assessment.assessmentId())
					.setRevision(update.revision())
					.setAshbyTimestamp(update.timestamp())
					.setResultSent(update.sendsResult())
					.setCancelledReasonSent(update.cancels())
					.build());
	}

	/**
	 * A note tells the end, with the result if there is one; it cancels nothing in Ashby.
	 */
	void noted(Assessment assessment, NoteAttempt note) {
		this.outbox.add(Topics.ASHBY_UPDATE_DELIVERED, assessment.assessmentId().toString(),
				AshbyUpdateDelivered.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(this.clock.instant())
					.setConnectionId(assessment.connectionId())
					.setAssessmentId(assessment.assessmentId())
					.setRevision(note.revision())
					.setAshbyTimestamp(note.begunAt().toEpochMilli())
					.setResultSent(note.tellsResult())
					.setCancelledReasonSent(false)
					.build());
	}

}
