package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.connection.Connections;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes what operators ask for from Kafka.
 */
@Component
class OperationListener {

	private final Operations operations;

	private final Connections connections;

	OperationListener(Operations operations, Connections connections) {
		this.operations = operations;
		this.connections = connections;
	}

	@KafkaListener(topics = Topics.OPERATION_REQUESTED)
	void on(OperationRequested event) {
		UUID assessmentId = event.getAssessmentId();
		if (event.getOperation() == Operation.REFRESH_PACKAGES) {
			this.connections.refreshPackages(event.getConnectionId());
		}
		else if (assessmentId != null) {
			on(event, assessmentId);
		}
	}

	private void on(OperationRequested event, UUID assessmentId) {
		Operation operation = event.getOperation();
		if (operation == Operation.REFRESH) {
			this.operations.refresh(event.getEventId(), assessmentId);
		}
		else if (operation == Operation.RESEND_INVITE) {
			this.operations.resend(event.getEventId(), assessmentId);
		}
		else if (operation == Operation.RESOLVE_LINK && event.getProviderReference() != null) {
			this.operations.link(event.getEventId(), assessmentId, event.getProviderReference());
		}
		else if (operation == Operation.RESOLVE_ORDER_AGAIN) {
			this.operations.orderAgain(event.getEventId(), assessmentId);
		}
	}

}
