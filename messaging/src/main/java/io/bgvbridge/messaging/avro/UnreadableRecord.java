package io.bgvbridge.messaging.avro;

/**
 * Bytes that are no record of the topic: not in the wire format, of an unknown schema, or
 * damaged.
 */
public final class UnreadableRecord extends RuntimeException {

	UnreadableRecord(String topic, Throwable cause) {
		super("A record of topic " + topic + " cannot be read", cause);
	}

}
