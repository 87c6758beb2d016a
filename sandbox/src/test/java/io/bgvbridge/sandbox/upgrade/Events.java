package io.bgvbridge.sandbox.upgrade;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.stack.Stack;
import io.bgvbridge.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release's events: a line each, with topic, key and Avro bytes.
 */
final class Events {

	/** The magic byte and the id of the schema, which each registry gives anew. */
	private static final int PREFIX = 5;

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Stack stack;

	Events(Stack stack) {
		this.stack = stack;
	}

	/** Everything that is in the topics, in the order of its times. */
	List<String> lines() {
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
				Map.of("bootstrap.servers", this.stack.bootstrapServers()), new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = Topics.all()
				.stream()
				.flatMap((topic) -> consumer.partitionsFor(topic.name()).stream())
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
			while (partitions.stream().anyMatch((partition) -> consumer.position(partition) < ends.get(partition))) {
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
			return records.stream()
				.sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
				.map((record) -> record.topic() + " " + record.key() + " "
						+ HexFormat.of().formatHex(record.value(), PREFIX, record.value().length))
				.toList();
		}
	}

	/** Publishes lines as the release did: with its schemas. */
	void publish(Release release, List<String> lines) throws IOException, InterruptedException {
		Map<String, Integer> ids = new HashMap<>();
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.stack.bootstrapServers(), "acks", "all"), new StringSerializer(),
				new ByteArraySerializer())) {
			for (String line : lines) {
				String[] parts = line.split(" ");
				if (!ids.containsKey(parts[0])) {
					ids.put(parts[0], register(parts[0], release.schema(parts[0])));
				}
				byte[] avro = HexFormat.of().parseHex(parts[2]);
				byte[] value = Arrays.copyOf(
						ByteBuffer.allocate(PREFIX).put((byte) 0).putInt(ids.get(parts[0])).array(),
						PREFIX + avro.length);
				System.arraycopy(avro, 0, value, PREFIX, avro.length);
				producer.send(new ProducerRecord<>(parts[0], parts[1], value));
			}
		}
	}

	private int register(String topic, String schema) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.stack.confluentApi() + "/subjects/" + topic + "-value/versions"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("schemaType", "AVRO", "schema", schema))))
			.build();
		try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
			return JSON.readTree(answer.body()).path("id").asInt();
		}
	}

}
