package io.bgvbridge.gateway.failure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import io.bgvbridge.gateway.failure.DeadLetter.Place;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Dead letters as they are in Kafka, byte for byte.
 */
@Component
final class DeadLetterSource {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final ConsumerFactory<String, byte[]> consumers;

	DeadLetterSource(ConsumerFactory<String, byte[]> consumers) {
		this.consumers = consumers;
	}

	/**
	 * Reads one record.
	 * @return empty if Kafka does not hold it any more
	 * @throws KafkaAway if it did not answer in time
	 */
	Optional<ConsumerRecord<String, byte[]>> read(Place place) {
		TopicPartition partition = new TopicPartition(place.topic(), place.partition());
		Consumer<String, byte[]> consumer = this.consumers.createConsumer(null, "redrive", null, settings());
		try {
			consumer.assign(List.of(partition));
			consumer.seek(partition, place.offset());
			return read(consumer, place);
		}
		catch (OffsetOutOfRangeException ex) {
			return Optional.empty();
		}
		catch (KafkaException ex) {
			throw new KafkaAway(ex);
		}
		finally {
			consumer.close(CloseOptions.timeout(Duration.ofMillis(500)));
		}
	}

	/** The first record from there on is another one, if this one has gone. */
	private static Optional<ConsumerRecord<String, byte[]>> read(Consumer<String, byte[]> consumer, Place place) {
		Instant end = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(end)) {
			for (ConsumerRecord<String, byte[]> found : consumer.poll(Duration.ofMillis(200))) {
				return Optional.of(found).filter((record) -> record.offset() == place.offset());
			}
		}
		throw new KafkaAway(null);
	}

	private static Properties settings() {
		Properties settings = new Properties();
		settings.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
		settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
		settings.setProperty(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "2000");
		settings.setProperty(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, "1500");
		settings.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
		return settings;
	}

}
