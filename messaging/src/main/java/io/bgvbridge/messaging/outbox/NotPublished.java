package io.bgvbridge.messaging.outbox;

import io.bgvbridge.messaging.Outage;

/**
 * Kafka did not acknowledge a record in time. It may still arrive: the caller repeats,
 * and consumers take each event once.
 */
public final class NotPublished extends RuntimeException implements Outage {

	NotPublished(String topic, Throwable cause) {
		super("Kafka did not acknowledge a record of topic " + topic, cause);
	}

}
