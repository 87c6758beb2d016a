package io.bgvbridge.gateway.upkeep;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;

import org.springframework.stereotype.Component;

/**
 * Publishes that everything personal of a check is to be forgotten, in the transaction
 * that forgets it here.
 */
@Component
final class EraseCheckPublisher {

	private final Outbox outbox;

	EraseCheckPublisher(Outbox outbox) {
		this.outbox = outbox;
	}

	void erase(UUID connectionId, UUID assessmentId) {
		this.outbox.add(Topics.OPERATION_REQUESTED, assessmentId.toString(),
				OperationRequested.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(Instant.now())
					.setConnectionId(connectionId)
					.setAssessmentId(assessmentId)
					.setOperation(Operation.ERASE_CHECK)
					.build());
	}

}
