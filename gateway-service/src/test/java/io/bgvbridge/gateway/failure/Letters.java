package io.bgvbridge.gateway.failure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.bgvbridge.gateway.DeadTopics;
import io.bgvbridge.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.stereotype.Component;

/**
 * Services, giving records up.
 */
@Component
public class Letters {

	/** Of a topic that the sync service reads. */
	public static final String SOURCE = Topics.VERIFICATION_UPDATED;

	private static final AtomicLong offsets = new AtomicLong(100);

	private final KafkaListenerEndpointRegistry listeners;

	private final DeadTopics topics;

	Letters(KafkaListenerEndpointRegistry listeners, DeadTopics topics) {
		this.listeners = listeners;
		this.topics = topics;
	}

	/** A record that the sync service gave up, now held by Kafka and taken here. */
	public ConsumerRecord<String, byte[]> dead(@Nullable String key, byte @Nullable [] value, Instant at,
			Map<String, String> headers) {
		RecordHeaders all = new RecordHeaders();
		headers.forEach((name, text) -> all.add(name, text.getBytes(StandardCharsets.UTF_8)));
		ConsumerRecord<String, byte[]> letter = new ConsumerRecord<>(Topics.deadLetters(SOURCE, Topics.SYNC), 2,
				offsets.incrementAndGet(), at.toEpochMilli(), TimestampType.CREATE_TIME, 0, 0, key, value, all,
				Optional.empty());
		this.topics.add(letter);
		taken(letter);
		return letter;
	}

	/** As the container gives it to its listener, with whatever decodes before that. */
	@SuppressWarnings("unchecked")
	void taken(ConsumerRecord<String, byte[]> letter) {
		this.listeners.getListenerContainers()
			.stream()
			.filter((container) -> Arrays
				.asList(Optional.ofNullable(container.getContainerProperties().getTopics()).orElse(new String[0]))
				.contains(letter.topic()))
			.map((container) -> (AcknowledgingConsumerAwareMessageListener<String, byte[]>) container
				.getContainerProperties()
				.getMessageListener())
			.findAny()
			.orElseThrow()
			.onMessage(letter, null, null);
	}

	public static UUID id(ConsumerRecord<String, byte[]> letter) {
		return new DeadLetter.Place(letter.topic(), letter.partition(), letter.offset())
			.letterId(Instant.ofEpochMilli(letter.timestamp()));
	}

}
