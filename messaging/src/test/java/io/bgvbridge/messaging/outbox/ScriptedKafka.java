package io.bgvbridge.messaging.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.bgvbridge.messaging.avro.TestRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/**
 * A Kafka that acknowledges, holds back or refuses as a test says.
 */
final class ScriptedKafka extends KafkaTemplate<String, byte[]> {

	private final List<Sent> sent = new CopyOnWriteArrayList<>();

	/** What becomes of a record; the default is to acknowledge it at once. */
	private volatile Function<Sent, CompletableFuture<Void>> script = (record) -> CompletableFuture
		.completedFuture(null);

	ScriptedKafka() {
		super(new DefaultKafkaProducerFactory<>(Map.of()));
	}

	void follow(Function<Sent, CompletableFuture<Void>> newScript) {
		this.script = newScript;
	}

	/** Everything that was handed over, whatever became of it. */
	List<Sent> sent() {
		return this.sent;
	}

	@Override
	public CompletableFuture<SendResult<String, byte[]>> send(String topic, String key, byte[] value) {
		Sent record = new Sent(topic, key, TestRecords.workReported(value).getAttempt());
		CompletableFuture<Void> acknowledged = this.script.apply(record);
		this.sent.add(record);
		return acknowledged.thenApply((nothing) -> new SendResult<>(new ProducerRecord<>(topic, key, value),
				new RecordMetadata(new TopicPartition(topic, 0), 0, 0, 0, 0, 0)));
	}

	/**
	 * A record, as it was handed over.
	 *
	 * @param topic its topic
	 * @param key its key
	 * @param number its number
	 */
	record Sent(String topic, String key, int number) {

	}

}
