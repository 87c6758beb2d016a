package io.bgvbridge.gateway.callback;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.outbox.AcknowledgedPublisher;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ProviderCallbackReceived;
import io.bgvbridge.schemas.Topics;

import org.springframework.stereotype.Component;

/**
 * Publishes that a provider called back, and returns when Kafka holds it for good.
 */
@Component
final class ProviderCallbackReceivedPublisher {

	private final AcknowledgedPublisher publisher;

	private final Sealing sealing;

	ProviderCallbackReceivedPublisher(AcknowledgedPublisher publisher, Sealing sealing) {
		this.publisher = publisher;
		this.sealing = sealing;
	}

	void received(UUID eventId, UUID connectionId, String provider, byte[] body) {
		String key = connectionId.toString();
		byte[] sealed = this.sealing.seal(Topics.PROVIDER_CALLBACK_RECEIVED, key, body);
		this.publisher.publish(Topics.PROVIDER_CALLBACK_RECEIVED, key, event(eventId, connectionId, provider, sealed));
	}

	private static ProviderCallbackReceived event(UUID eventId, UUID connectionId, String provider, byte[] sealed) {
		return ProviderCallbackReceived.newBuilder()
			.setEventId(eventId)
			.setOccurredAt(Instant.now())
			.setConnectionId(connectionId)
			.setProvider(provider)
			.setSealed(ByteBuffer.wrap(sealed))
			.build();
	}

}
