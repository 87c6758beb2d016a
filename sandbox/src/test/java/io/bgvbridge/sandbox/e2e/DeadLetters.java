package io.bgvbridge.sandbox.e2e;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

import io.bgvbridge.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Records that a service could not take, although there is nothing wrong with them (any
 * more).
 */
public final class DeadLetters {

	private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final Product product;

	private final String topic = Topics.PROVIDER_CALLBACK_RECEIVED;

	private final int before;

	/** Looks at the callbacks so far. */
	public DeadLetters(Product product) {
		this.product = product;
		this.before = callbacks().size();
	}

	/**
	 * Makes a dead letter of a callback that came since: the same again, as an event of
	 * its own.
	 * @return where it is, as the console says it
	 */
	public String ofCallback() {
		Product.until("a callback in its topic", java.time.Duration.ofSeconds(30), this::callbacks,
				(found) -> found.size() > this.before);
		ConsumerRecord<String, byte[]> callback = newest();
		String text = new String(callback.value(), StandardCharsets.ISO_8859_1);
		byte[] value = EVENT_ID.matcher(text)
			.replaceFirst(UUID.randomUUID().toString())
			.getBytes(StandardCharsets.ISO_8859_1);
		ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
				Topics.deadLetters(this.topic, Topics.VERIFICATION), null, callback.key(), value, callback.headers());
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.product.stack.bootstrapServers(), "acks", "all"),
				new StringSerializer(), new ByteArraySerializer())) {
			RecordMetadata place = producer.send(letter).get();
			return "partition " + place.partition() + ", offset " + place.offset();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new AssertionError(ex);
		}
	}

	private ConsumerRecord<String, byte[]> newest() {
		return callbacks().stream().max(java.util.Comparator.comparingLong(ConsumerRecord::timestamp)).orElseThrow();
	}

	private List<ConsumerRecord<String, byte[]>> callbacks() {
		return new TopicReader(this.product.stack).records(this.topic);
	}

}
