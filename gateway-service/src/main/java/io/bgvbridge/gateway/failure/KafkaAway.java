package io.bgvbridge.gateway.failure;

import io.bgvbridge.messaging.Outage;
import org.jspecify.annotations.Nullable;

/**
 * Kafka did not give a record, or acknowledge one, in time.
 */
final class KafkaAway extends RuntimeException implements Outage {

	KafkaAway(@Nullable Throwable cause) {
		super("Kafka did not answer in time", cause);
	}

}
