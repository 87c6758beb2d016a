package io.bgvbridge.gateway.failure;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.bgvbridge.messaging.MessagingProperties;
import io.bgvbridge.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/**
 * Sends a dead letter back to the service that could not take it, and to no other;
 * returns when Kafka holds it for good.
 */
@Component
final class RedrivePublisher {

	private final KafkaOperations<String, byte[]> kafka;

	private final Duration timeout;

	RedrivePublisher(KafkaOperations<String, byte[]> kafka, MessagingProperties properties) {
		this.kafka = kafka;
		this.timeout = properties.publishTimeout();
	}

	void redrive(DeadLetter letter, ConsumerRecord<String, byte[]> found) {
		UUID letterId = letter.letterId();
		ProducerRecord<String, byte[]> back = new ProducerRecord<>(Topics.redrive(letter.source(), letter.service()),
				null, found.key(), found.value(), DeadLetterHeaders.returning(found.headers(), letterId));
		try {
			this.kafka.send(back).get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			throw new KafkaAway(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaAway(ex);
		}
	}

}
