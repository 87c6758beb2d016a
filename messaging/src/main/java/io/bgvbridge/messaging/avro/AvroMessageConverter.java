package io.bgvbridge.messaging.avro;

import java.lang.reflect.Type;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.converter.MessagingMessageConverter;

/**
 * Decodes a record's bytes on the way into its listener, so that every failure to read
 * one meets the same error policy as a failure to take it, with the bytes still at hand.
 */
public final class AvroMessageConverter extends MessagingMessageConverter {

	private final AvroRecords records;

	/**
	 * Converts with a codec.
	 * @param records the codec
	 */
	public AvroMessageConverter(AvroRecords records) {
		this.records = records;
	}

	@Override
	protected Object extractAndConvertValue(ConsumerRecord<?, ?> received, @Nullable Type type) {
		return this.records.decode(received.topic(), (byte[]) received.value());
	}

}
