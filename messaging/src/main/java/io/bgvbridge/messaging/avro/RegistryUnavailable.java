package io.bgvbridge.messaging.avro;

import io.bgvbridge.messaging.Outage;

/**
 * The schema registry did not answer and what it would have said is not known here yet.
 */
public final class RegistryUnavailable extends RuntimeException implements Outage {

	RegistryUnavailable(String topic, Throwable cause) {
		super("The schema registry does not answer for topic " + topic, cause);
	}

}
