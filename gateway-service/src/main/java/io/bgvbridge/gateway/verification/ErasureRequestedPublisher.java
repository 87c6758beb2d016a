package io.bgvbridge.gateway.verification;

import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;

import org.springframework.stereotype.Component;

/**
 * Publishes that a person is to be forgotten, in the transaction that forgets them here.
 */
@Component
final class ErasureRequestedPublisher {

	private final Outbox outbox;

	ErasureRequestedPublisher(Outbox outbox) {
		this.outbox = outbox;
	}

	void requested(Erasure erasure) {
		this.outbox.add(Topics.OPERATION_REQUESTED, erasure.assessmentId().toString(),
				OperationRequested.newBuilder()
					.setEventId(erasure.eventId())
					.setOccurredAt(erasure.at())
					.setConnectionId(erasure.connectionId())
					.setAssessmentId(erasure.assessmentId())
					.setOperation((erasure.candidateId() != null) ? Operation.ERASE_CANDIDATE : Operation.ERASE_CHECK)
					.setCandidateId(erasure.candidateId())
					.build());
	}

}
