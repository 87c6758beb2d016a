package io.bgvbridge.verification;

import java.nio.ByteBuffer;

import io.bgvbridge.schemas.ProviderCallbackReceived;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.VerificationRequested;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes requests and callbacks from Kafka.
 */
@Component
class VerificationListener {

	private final Verifications verifications;

	private final Callbacks callbacks;

	VerificationListener(Verifications verifications, Callbacks callbacks) {
		this.verifications = verifications;
		this.callbacks = callbacks;
	}

	@KafkaListener(topics = Topics.VERIFICATION_REQUESTED)
	void on(VerificationRequested event) {
		this.verifications.request(new RequestVerification(event.getEventId(), event.getAssessmentId(),
				event.getConnectionId(), event.getCandidateId(), event.getPackageKey(), event.getProvider(),
				event.getStartedAt(), bytes(event.getSealed())));
	}

	@KafkaListener(topics = Topics.PROVIDER_CALLBACK_RECEIVED)
	void on(ProviderCallbackReceived event) {
		this.callbacks.take(event.getEventId(), event.getConnectionId(), event.getProvider(), bytes(event.getSealed()));
	}

	private static byte[] bytes(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.duplicate().get(bytes);
		return bytes;
	}

}
