package io.bgvbridge.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.bgvbridge.messaging.avro.AvroRecords;
import org.apache.avro.specific.SpecificRecord;

import org.springframework.kafka.core.KafkaOperations;

/**
 * Publishes one record and returns when Kafka holds it for good, for callers who must not
 * be told yes before that.
 */
public final class AcknowledgedPublisher {

	private final KafkaOperations<String, byte[]> kafka;

	private final AvroRecords records;

	private final Duration timeout;

	/**
	 * Publishes to Kafka.
	 * @param kafka the shared producer
	 * @param records encodes the records
	 * @param timeout how long the caller can wait
	 */
	public AcknowledgedPublisher(KafkaOperations<String, byte[]> kafka, AvroRecords records, Duration timeout) {
		this.kafka = kafka;
		this.records = records;
		this.timeout = timeout;
	}

	/**
	 * Publishes a record.
	 * @param topic the topic's name
	 * @param key the record's key
	 * @param value the record
	 * @throws NotPublished if there was no acknowledgement in time
	 * @throws io.bgvbridge.messaging.avro.RegistryUnavailable if the record cannot be
	 * encoded yet
	 */
	public void publish(String topic, String key, SpecificRecord value) {
		byte[] bytes = this.records.encode(topic, value);
		try {
			this.kafka.send(topic, key, bytes).get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException | RuntimeException ex) {
			throw new NotPublished(topic, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotPublished(topic, ex);
		}
	}

}
