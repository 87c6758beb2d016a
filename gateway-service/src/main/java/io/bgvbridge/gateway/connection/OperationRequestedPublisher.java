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
		add(Generators.timeBasedEpochRandomGenerator().generate(), connectionId, Operation.REFRESH_PACKAGES);
	}

	void test(UUID testId, UUID connectionId) {
		add(testId, connectionId, Operation.TEST_CONNECTION);
	}

	private void add(UUID eventId, UUID connectionId, Operation operation) {
		this.outbox.add(Topics.OPERATION_REQUESTED, connectionId.toString(),
				OperationRequested.newBuilder()
					.setEventId(eventId)
					.setOccurredAt(Instant.now())
					.setConnectionId(connectionId)
					.setOperation(operation)
					.build());
	}

}
