package io.bgvbridge.gateway.connection;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;

import org.springframework.stereotype.Component;

/**
 * Publishes that something is to be done about a connection, in the transaction that
 * decides it.
 */
@Component
final class OperationRequestedPublisher {

	private final Outbox outbox;

	OperationRequestedPublisher(Outbox outbox) {
		this.outbox = outbox;
	}

	void refreshPackages(UUID connectionId) {
		this.outbox.add(Topics.OPERATION_REQUESTED, connectionId.toString(),
				OperationRequested.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(Instant.now())
					.setConnectionId(connectionId)
					.setOperation(Operation.REFRESH_PACKAGES)
					.build());
	}

}
