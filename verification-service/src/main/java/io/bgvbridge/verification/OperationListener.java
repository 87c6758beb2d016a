package io.bgvbridge.verification;

import java.util.UUID;

import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.connection.Trials;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes what operators ask for from Kafka.
 */
@Component
class OperationListener {

	private final Operations operations;

	private final Erasures erasures;

	private final Connections connections;

	private final Trials trials;

	OperationListener(Operations operations, Erasures erasures, Connections connections, Trials trials) {
		this.operations = operations;
		this.erasures = erasures;
		this.connections = connections;
		this.trials = trials;
	}

	@KafkaListener(topics = { Topics.OPERATION_REQUESTED, Topics.OPERATION_REQUESTED + Topics.REDRIVE_TO_VERIFICATION })
	void on(OperationRequested event) {
		UUID assessmentId = event.getAssessmentId();
		if (event.getOperation() == Operation.REFRESH_PACKAGES) {
			this.connections.refreshPackages(event.getConnectionId());
		}
		else if (event.getOperation() == Operation.TEST_CONNECTION) {
			this.trials.begin(event.getEventId(), event.getConnectionId(), event.getOccurredAt());
		}
		else if (event.getOperation() == Operation.ERASE_CANDIDATE && event.getCandidateId() != null) {
			this.erasures.candidate(event.getEventId(), event.getConnectionId(), event.getCandidateId());
		}
		else if (assessmentId != null) {
			on(event, assessmentId);
		}
	}

	private void on(OperationRequested event, UUID assessmentId) {
		Operation operation = event.getOperation();
		if (operation == Operation.ERASE_CHECK) {
			this.erasures.check(event.getEventId(), assessmentId);
		}
		else if (operation == Operation.REFRESH) {
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
