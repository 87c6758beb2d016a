package io.bgvbridge.messaging.avro;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Turns Avro records into Confluent's wire format (magic byte 0, four bytes of schema id,
 * Avro's binary encoding) and back. Safe for use by many threads.
 */
public final class AvroRecords implements AutoCloseable {

	private final Serializer<Object> serializer;

	private final Deserializer<Object> deserializer;

	AvroRecords(Serializer<Object> serializer, Deserializer<Object> deserializer) {
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
			return this.serializer.serialize(topic, value);
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
			if (value != null && this.deserializer.deserialize(topic, value) instanceof SpecificRecord specific) {
				return specific;
			}
		}
		catch (RuntimeException ex) {
			throw RegistryFailures.isOutage(ex) ? new RegistryUnavailable(topic, ex) : new UnreadableRecord(topic, ex);
		}
		throw new UnreadableRecord(topic, new IllegalArgumentException("no record of a known class"));
	}

	@Override
	public void close() {
		this.serializer.close();
		this.deserializer.close();
	}

}
