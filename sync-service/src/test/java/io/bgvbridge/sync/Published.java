package io.bgvbridge.sync;

import java.time.Duration;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Everything that the service has published. Stays open: a template closes its producer
 * after each record, and a factory's own producer takes that as a hint only.
 */
public final class Published extends MockProducer<String, byte[]> {

	Published() {
		super(true, null, new StringSerializer(), new ByteArraySerializer());
	}

	@Override
	public void close(Duration timeout) {
		// Open for the next record.
	}

	@Override
	public void close() {
		// Open for the next record.
	}

}
