package io.bgvbridge.gateway.verification;

import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;

import org.springframework.stereotype.Component;

/**
 * Publishes that something is to be done about a check, in the transaction that decides
 * it.
 */
@Component
final class CheckOperationPublisher {

	private final Outbox outbox;

	CheckOperationPublisher(Outbox outbox) {
		this.outbox = outbox;
	}

	void requested(Requested requested) {
		this.outbox.add(Topics.OPERATION_REQUESTED, requested.assessmentId().toString(),
				OperationRequested.newBuilder()
					.setEventId(requested.eventId())
					.setOccurredAt(requested.at())
					.setConnectionId(requested.connectionId())
					.setAssessmentId(requested.assessmentId())
					.setOperation(switch (requested.operation().kind()) {
						case REFRESH -> io.bgvbridge.schemas.Operation.REFRESH;
						case RESEND_INVITE -> io.bgvbridge.schemas.Operation.RESEND_INVITE;
						case RESOLVE_LINK -> io.bgvbridge.schemas.Operation.RESOLVE_LINK;
						case RESOLVE_ORDER_AGAIN -> io.bgvbridge.schemas.Operation.RESOLVE_ORDER_AGAIN;
					})
					.setProviderReference(requested.operation().providerReference())
					.build());
	}

}
