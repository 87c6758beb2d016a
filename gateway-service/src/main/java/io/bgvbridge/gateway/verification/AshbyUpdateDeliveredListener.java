package io.bgvbridge.gateway.verification;

import io.bgvbridge.schemas.AshbyUpdateDelivered;
import io.bgvbridge.schemas.Topics;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes what the sync service has delivered.
 */
@Component
final class AshbyUpdateDeliveredListener {

	private final Verifications verifications;

	AshbyUpdateDeliveredListener(Verifications verifications) {
		this.verifications = verifications;
	}

	@KafkaListener(
			topics = { Topics.ASHBY_UPDATE_DELIVERED, Topics.ASHBY_UPDATE_DELIVERED + Topics.REDRIVE_TO_GATEWAY })
	void on(AshbyUpdateDelivered event) {
		this.verifications.take(delivery(event));
	}

	private static Delivery delivery(AshbyUpdateDelivered event) {
		return new Delivery(event.getEventId(), event.getOccurredAt(), event.getAssessmentId(), event.getRevision(),
				event.getResultSent(), event.getCancelledReasonSent());
	}

}
