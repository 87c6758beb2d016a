package io.bgvbridge.gateway.failure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that waits for somebody.
 *
 * @param id its identity, as long as it waits; of a dead letter, what it is redriven by
 * @param what verification, connection or dead-letter
 * @param connectionId the connection; null if a dead letter is about none that is known
 * @param assessmentId the verification; null if it is the connection that does not work,
 * or a dead letter is about none that is known
 * @param provider the provider's code; null as the connection is
 * @param service the service that could not go on; null for a connection
 * @param kind the kind of its work, or dead-letter; null for a connection
 * @param reason closed code of why; of a dead letter, the name of what failed
 * @param outcome PARKED if somebody is asked, GIVEN_UP if nothing more is tried, FAILED
 * or STOPPED for a connection
 * @param since since when
 * @param todo what to do, in a sentence or two
 * @param actions what can be done here: resolve, refresh, retry, redrive, test
 * @param letter where a dead letter is; null for the others
 */
public record Failure(String id, String what, @Nullable UUID connectionId, @Nullable UUID assessmentId,
		@Nullable String provider, @Nullable String service, @Nullable String kind, String reason, String outcome,
		Instant since, String todo, List<String> actions, @Nullable Letter letter) {

	static final String VERIFICATION = "verification";

	static final String CONNECTION = "connection";

	static final String DEAD_LETTER = "dead-letter";

	/**
	 * Where a dead letter is, and where it comes from.
	 *
	 * @param source the topic that the service read it from
	 * @param partition partition of the dead-letter topic
	 * @param offset its offset there
	 * @param key the record's key; null if it has none
	 * @param againOf the letter that came back and failed again as this one; null if it
	 * is the first
	 */
	public record Letter(String source, int partition, long offset, @Nullable String key, @Nullable UUID againOf) {
	}

}
