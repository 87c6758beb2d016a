package io.bgvbridge.messaging.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

import io.bgvbridge.messaging.Outage;
import io.bgvbridge.messaging.avro.AvroMessageConverter;
import io.bgvbridge.messaging.avro.TestRecords;
import io.bgvbridge.schemas.Topics;
import io.bgvbridge.schemas.WorkReported;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real broker, a real container and a listener that fails.
 */
class ListenerIT {

	private static final String TOPIC = Topics.WORK_REPORTED;

	private static final String DEAD_LETTERS = Topics.deadLetters(TOPIC, Topics.SYNC);

	private static final int PARTITION = 4;

	private static final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, Topics.PARTITIONS, TOPIC,
			DEAD_LETTERS);

	private static KafkaTemplate<String, byte[]> template;

	private final UUID key = UUID.randomUUID();

	private final Deaf listener = new Deaf();

	private final AnnotationConfigApplicationContext service = new AnnotationConfigApplicationContext();

	@BeforeAll
	static void start() {
		broker.afterPropertiesSet();
		template = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(KafkaTestUtils.producerProps(broker),
				new StringSerializer(), new ByteArraySerializer()));
	}

	@AfterAll
	static void stop() {
		template.destroy();
		broker.destroy();
	}

	@BeforeEach
	void listen() {
		this.service.register(Kafka.class);
		this.service.registerBean(Deaf.class, () -> this.listener);
		this.service.registerBean("kafkaListenerContainerFactory", ConcurrentKafkaListenerContainerFactory.class,
				ListenerIT::containers);
		this.service.refresh();
	}

	@AfterEach
	void close() {
		this.service.close();
	}

	@Test
	void waitsForAnOutageAndKeepsTheOrder() {
		this.listener.failOn(1, (delivery) -> {
			if (delivery < 4) {
				throw new Away();
			}
		});

		long begin = System.nanoTime();
		send(1);
		send(2);

		await().atMost(Duration.ofSeconds(30)).until(() -> this.listener.taken.contains(2));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("waits between deliveries")
			.isGreaterThan(Duration.ofMillis(1_700));
		assertThat(this.listener.taken).containsExactly(1, 2);
		assertThat(this.listener.deliveries).containsEntry(1, 4).containsEntry(2, 1);
		assertThat(deadLetters(0)).isEmpty();
	}

	@Test
	void givesAFaultUpAfterTheSecondDeliveryAndGoesOn() {
		this.listener.failOn(1, (delivery) -> {
			throw new IllegalArgumentException("quotes Zoë");
		});

		byte[] sent = send(1);
		send(2);

		await().atMost(Duration.ofSeconds(30)).until(() -> this.listener.taken.contains(2));
		assertThat(this.listener.deliveries).containsEntry(1, 2).containsEntry(2, 1);
		assertThat(deadLetters(1)).singleElement().satisfies((letter) -> assertSame(letter, sent));
	}

	@Test
	void givesWhatCannotBeReadUpByteForByte() {
		byte[] garbage = Arrays.copyOf(TestRecords.byHeart().encode(TOPIC, TestRecords.workReported(this.key, 1)), 40);
		template.send(TOPIC, PARTITION, this.key.toString(), garbage);
		send(2);

		await().atMost(Duration.ofSeconds(30)).until(() -> this.listener.taken.contains(2));
		assertThat(deadLetters(1)).singleElement().satisfies((letter) -> assertSame(letter, garbage));
	}

	private void assertSame(ConsumerRecord<String, byte[]> letter, byte[] sent) {
		assertThat(letter.value()).isEqualTo(sent);
		assertThat(letter.partition()).isEqualTo(PARTITION);
		assertThat(letter.headers()).extracting(Header::key)
			.contains(KafkaHeaders.DLT_ORIGINAL_OFFSET)
			.doesNotContain(KafkaHeaders.DLT_EXCEPTION_MESSAGE, KafkaHeaders.DLT_EXCEPTION_STACKTRACE);
		assertThat(letter.headers())
			.noneMatch((header) -> new String(header.value(), StandardCharsets.UTF_8).contains("Zoë"));
	}

	private byte[] send(int number) {
		byte[] value = TestRecords.byHeart().encode(TOPIC, TestRecords.workReported(this.key, number));
		template.send(TOPIC, PARTITION, this.key.toString(), value);
		return value;
	}

	/** The dead letters of this test's key. */
	private List<ConsumerRecord<String, byte[]>> deadLetters(int expected) {
		try (Consumer<String, byte[]> reader = consumers("reader-" + UUID.randomUUID()).createConsumer()) {
			broker.consumeFromAnEmbeddedTopic(reader, DEAD_LETTERS);
			List<ConsumerRecord<String, byte[]>> letters = new CopyOnWriteArrayList<>();
			await().atMost(Duration.ofSeconds(10)).until(() -> {
				reader.poll(Duration.ofMillis(300)).forEach((letter) -> {
					if (letter.key().equals(this.key.toString())) {
						letters.add(letter);
					}
				});
				return letters.size() >= expected;
			});
			return letters;
		}
	}

	private static DefaultKafkaConsumerFactory<String, byte[]> consumers(String group) {
		return new DefaultKafkaConsumerFactory<>(KafkaTestUtils.consumerProps(broker, group, false),
				new StringDeserializer(), new ByteArrayDeserializer());
	}

	private static ConcurrentKafkaListenerContainerFactory<String, byte[]> containers() {
		ConcurrentKafkaListenerContainerFactory<String, byte[]> factory = new ConcurrentKafkaListenerContainerFactory<>();
		factory.setConsumerFactory(consumers("sync-service"));
		factory.setCommonErrorHandler(ConsumerErrors.policy(template, Topics.SYNC));
		factory.setRecordMessageConverter(new AvroMessageConverter(TestRecords.byHeart()));
		return factory;
	}

	/**
	 * Switches listeners on.
	 */
	@EnableKafka
	static class Kafka {

	}

	/**
	 * Takes records, or fails to.
	 */
	static class Deaf {

		private final Map<Integer, Integer> deliveries = new ConcurrentHashMap<>();

		private final Map<Integer, IntConsumer> failures = new ConcurrentHashMap<>();

		private final List<Integer> taken = new CopyOnWriteArrayList<>();

		void failOn(int number, IntConsumer failure) {
			this.failures.put(number, failure);
		}

		@KafkaListener(topics = Topics.WORK_REPORTED)
		void take(WorkReported reported) {
			int number = reported.getAttempt();
			int delivery = this.deliveries.merge(number, 1, Integer::sum);
			this.failures.getOrDefault(number, (ignored) -> {
			}).accept(delivery);
			this.taken.add(number);
		}

	}

	/**
	 * Something that the service stands on is away.
	 */
	private static final class Away extends RuntimeException implements Outage {

	}

}
