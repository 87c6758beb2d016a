package io.bgvbridge.messaging.consumer;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedRuntimeException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListener;

/**
 * Delivers one record to a listener that fails, as spring-kafka's container does, until
 * the error policy gives the record up.
 */
final class Deliveries {

	static final TopicPartition PARTITION = new TopicPartition("bgv.work-reported.v1", 4);

	static final byte[] VALUE = ByteBuffer.allocate(9).put((byte) 0).putInt(42).putInt(-1).array();

	private static final String DEAD_LETTERS = PARTITION.topic() + ".sync-service.dlt";

	private static final Node NODE = new Node(0, "localhost", 1);

	private final MockProducer<String, byte[]> deadLetters = new MockProducer<>(cluster(), true,
			new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());

	private final MockConsumer<String, byte[]> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());

	private final CommonErrorHandler policy;

	private final KafkaMessageListenerContainer<String, byte[]> container = new KafkaMessageListenerContainer<>(
			new org.springframework.kafka.core.DefaultKafkaConsumerFactory<>(Map.of()), properties());

	private final TopicPartition partition;

	private final ConsumerRecord<String, byte[]> delivered;

	/**
	 * Under a policy.
	 * @param judgedAgain how long a back-off for an outage lasts as a whole
	 */
	Deliveries(Duration judgedAgain) {
		this(judgedAgain, PARTITION);
	}

	/**
	 * Under a policy.
	 * @param judgedAgain how long a back-off for an outage lasts as a whole
	 * @param partition where the record is
	 */
	Deliveries(Duration judgedAgain, TopicPartition partition) {
		this.partition = partition;
		this.delivered = new ConsumerRecord<>(partition.topic(), partition.partition(), 17, "key", VALUE);
		this.policy = ConsumerErrors.policy(new KafkaTemplate<>(factory(this.deadLetters)), "sync-service",
				judgedAgain);
		this.consumer.assign(List.of(partition));
		this.consumer.updatePartitions(DEAD_LETTERS, partitions());
	}

	/**
	 * Delivers the record, at most so often.
	 * @return how often it was delivered before it was given up; one more than the most
	 * if it was not
	 */
	int until(int most, IntFunction<Exception> failures) {
		for (int delivery = 1; delivery <= most; delivery++) {
			if (givenUp(failures.apply(delivery))) {
				return delivery;
			}
		}
		return most + 1;
	}

	private boolean givenUp(Exception failure) {
		try {
			this.policy.handleRemaining(new ListenerExecutionFailedException("", failure), List.of(this.delivered),
					this.consumer, this.container);
			return true;
		}
		catch (NestedRuntimeException ex) {
			return false;
		}
	}

	/** The partition continues with this offset. */
	long position() {
		return this.consumer.position(this.partition);
	}

	List<ProducerRecord<String, byte[]>> deadLetters() {
		return this.deadLetters.history();
	}

	void refuseDeadLetters(@Nullable RuntimeException why) {
		this.deadLetters.sendException = why;
	}

	private static ProducerFactory<String, byte[]> factory(Producer<String, byte[]> producer) {
		return () -> producer;
	}

	private static ContainerProperties properties() {
		ContainerProperties properties = new ContainerProperties(PARTITION.topic());
		properties.setMessageListener((MessageListener<String, byte[]>) (received) -> {
		});
		return properties;
	}

	private static Cluster cluster() {
		return new Cluster("test", List.of(NODE), partitions(), Set.of(), Set.of());
	}

	private static List<PartitionInfo> partitions() {
		return IntStream.range(0, 6)
			.mapToObj((i) -> new PartitionInfo(DEAD_LETTERS, i, NODE, new Node[0], new Node[0]))
			.toList();
	}

}
