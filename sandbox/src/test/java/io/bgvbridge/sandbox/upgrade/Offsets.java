package io.bgvbridge.sandbox.upgrade;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.bgvbridge.schemas.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far topics go, and how far the services have read them.
 *
 * @param bootstrapServers the broker
 */
record Offsets(String bootstrapServers) {

	/** Records that some service has yet to read. */
	long unread() throws ExecutionException, InterruptedException {
		try (Admin admin = admin()) {
			long unread = 0;
			for (String service : List.of(Topics.GATEWAY, Topics.VERIFICATION, Topics.SYNC)) {
				Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(service)
					.partitionsToOffsetAndMetadata()
					.get();
				Map<TopicPartition, Long> ends = ends(admin,
						Topics.all()
							.stream()
							.filter((topic) -> topic.readers().contains(service))
							.map(Topics.Topic::name));
				unread += ends.entrySet()
					.stream()
					.mapToLong((end) -> end.getValue()
							- (read.containsKey(end.getKey()) ? read.get(end.getKey()).offset() : 0))
					.sum();
			}
			return unread;
		}
	}

	/** Records that some service could not take. */
	long deadLetters() throws ExecutionException, InterruptedException {
		try (Admin admin = admin()) {
			return ends(admin, Topics.all().stream().flatMap(Topics.Topic::deadLetterTopics)).values()
				.stream()
				.mapToLong(Long::longValue)
				.sum();
		}
	}

	private static Map<TopicPartition, Long> ends(Admin admin, Stream<String> topics)
			throws ExecutionException, InterruptedException {
		Map<TopicPartition, OffsetSpec> wanted = topics
			.flatMap((topic) -> IntStream.range(0, Topics.PARTITIONS)
				.mapToObj((partition) -> new TopicPartition(topic, partition)))
			.collect(Collectors.toMap((partition) -> partition, (partition) -> OffsetSpec.latest()));
		return admin.listOffsets(wanted)
			.all()
			.get()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (end) -> end.getValue().offset()));
	}

	private Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", this.bootstrapServers));
	}

}
