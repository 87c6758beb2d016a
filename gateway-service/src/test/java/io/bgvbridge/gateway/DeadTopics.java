package io.bgvbridge.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.ConsumerFactory;

/**
 * What lies in the dead-letter topics, and a Kafka that gives it or does not.
 */
public final class DeadTopics implements ConsumerFactory<String, byte[]> {

	private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();

	private volatile boolean away;

	public void add(ConsumerRecord<String, byte[]> letter) {
		this.records.add(letter);
	}

	/** As retention does. */
	public void clear() {
		this.records.clear();
	}

	public void away(boolean now) {
		this.away = now;
	}

	@Override
	public Consumer<String, byte[]> createConsumer(@Nullable String group, @Nullable String prefix,
			@Nullable String suffix, @Nullable Properties settings) {
		return new MockConsumer<>("none") {

			@Override
			public synchronized void assign(Collection<TopicPartition> partitions) {
				super.assign(partitions);
				TopicPartition partition = partitions.iterator().next();
				List<ConsumerRecord<String, byte[]>> held = DeadTopics.this.records.stream()
					.filter((letter) -> partition.equals(new TopicPartition(letter.topic(), letter.partition())))
					.toList();
				held.stream()
					.findFirst()
					.ifPresent((first) -> updateBeginningOffsets(Map.of(partition, first.offset())));
				held.forEach(this::addRecord);
			}

			@Override
			public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
				if (DeadTopics.this.away) {
					throw new TimeoutException("away");
				}
				if (DeadTopics.this.records.isEmpty()) {
					throw new OffsetOutOfRangeException(Map.of());
				}
				return super.poll(timeout);
			}

		};
	}

	@Override
	public boolean isAutoCommit() {
		return false;
	}

}
