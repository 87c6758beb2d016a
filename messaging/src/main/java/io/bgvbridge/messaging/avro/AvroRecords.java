package io.bgvbridge.messaging.avro;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Turns Avro records into Confluent's wire format (magic byte 0, four bytes of schema id,
 * Avro's binary encoding) and back. Safe for use by many threads.
 */
public final class AvroRecords implements AutoCloseable {

	/**
	 * A registry that takes a question and never answers it must not hold a partition:
	 * its client library waits without limit, and may ask at any record.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final TimeLimiter limiter;

	private final Serializer<Object> serializer;

	private final Deserializer<Object> deserializer;

	AvroRecords(Serializer<Object> serializer, Deserializer<Object> deserializer) {
		this(serializer, deserializer, PATIENCE);
	}

	AvroRecords(Serializer<Object> serializer, Deserializer<Object> deserializer, Duration patience) {
		this.limiter = TimeLimiter.of(TimeLimiterConfig.custom().timeoutDuration(patience).build());
		this.serializer = serializer;
		this.deserializer = deserializer;
	}

	/**
	 * Connects to the registry that is configured; nothing is asked of it yet.
	 * @param properties which registry, and which client library speaks to it
	 * @return the codec
	 */
	public static AvroRecords connect(RegistryProperties properties) {
		Map<String, Object> settings = properties.settings();
		Serializer<Object> serializer = properties.serializer();
		Deserializer<Object> deserializer = properties.deserializer();
		serializer.configure(settings, false);
		deserializer.configure(settings, false);
		return new AvroRecords(serializer, deserializer);
	}

	/**
	 * Encodes a record for a topic.
	 * @param topic the topic's name
	 * @param value the record, whose schema must be registered for the topic
	 * @return the bytes
	 * @throws RegistryUnavailable if the schema's id is not known yet and the registry
	 * does not answer, or has not been told the schema yet
	 */
	public byte[] encode(String topic, SpecificRecord value) {
		try {
			return limited(() -> this.serializer.serialize(topic, value));
		}
		catch (RuntimeException ex) {
			throw (RegistryFailures.isOutage(ex) || RegistryFailures.isNotRegistered(ex))
					? new RegistryUnavailable(topic, ex) : ex;
		}
	}

	/**
	 * Decodes a record of a topic.
	 * @param topic the topic's name
	 * @param value the bytes; null is no record
	 * @return the record, as the class that this service was built with
	 * @throws RegistryUnavailable if the schema is not known yet and the registry does
	 * not answer
	 * @throws UnreadableRecord if the bytes are no record of the topic
	 */
	public SpecificRecord decode(String topic, byte @Nullable [] value) {
		try {
			if (value != null
					&& limited(() -> this.deserializer.deserialize(topic, value)) instanceof SpecificRecord specific) {
				return specific;
			}
		}
		catch (RuntimeException ex) {
			throw RegistryFailures.isOutage(ex) ? new RegistryUnavailable(topic, ex) : new UnreadableRecord(topic, ex);
		}
		throw new UnreadableRecord(topic, new IllegalArgumentException("no record of a known class"));
	}

	private <T> T limited(Callable<T> call) {
		try {
			return this.limiter.executeFutureSupplier(() -> this.threads.submit(call));
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.serializer.close();
		this.deserializer.close();
	}

}
