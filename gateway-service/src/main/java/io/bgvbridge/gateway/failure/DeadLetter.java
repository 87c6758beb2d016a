package io.bgvbridge.gateway.failure;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not take: where it is, and nothing of what is in it.
 *
 * @param letterId its identity, the same however often it is read
 * @param place where its bytes are
 * @param source the topic that the service read it from
 * @param service the service's name
 * @param key the record's key; null if it has none
 * @param failure simple name of the exception's class
 * @param failedAt when it became a dead letter
 * @param againOf the letter that came back and failed again as this one; null if it is
 * the first
 */
record DeadLetter(UUID letterId, Place place, String source, String service, @Nullable String key, String failure,
		Instant failedAt, @Nullable UUID againOf) {

	/**
	 * Where a record is.
	 *
	 * @param topic the dead-letter topic
	 * @param partition its partition
	 * @param offset the record's offset
	 */
	record Place(String topic, int partition, long offset) {

		/**
		 * A topic that was made anew counts from zero again, so the time is part of it.
		 */
		UUID letterId(Instant at) {
			return Generators.nameBasedGenerator()
				.generate(this.topic + "/" + this.partition + "/" + this.offset + "/" + at.toEpochMilli());
		}

	}

}
