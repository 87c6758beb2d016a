package io.bgvbridge.sync.connection;

import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes in that a connection is tested; every other operation is another service's.
 */
@Component
class OperationRequestedListener {

	private final AshbyStops stops;

	OperationRequestedListener(AshbyStops stops) {
		this.stops = stops;
	}

	@KafkaListener(id = "operation-requested", idIsGroup = false,
			topics = { Topics.OPERATION_REQUESTED, Topics.OPERATION_REQUESTED + Topics.REDRIVE_TO_SYNC })
	void on(OperationRequested requested) {
		if (requested.getOperation() == Operation.TEST_CONNECTION) {
			this.stops.lift(requested.getEventId(), requested.getConnectionId());
		}
	}

}
