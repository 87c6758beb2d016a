package io.bgvbridge.gateway.failure;

import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Dead letters that Kafka does not hold any more.
 */
@Component
public final class OldLetters {

	private static final Logger log = LoggerFactory.getLogger(OldLetters.class);

	/** So long do dead-letter topics keep their records. */
	private static final Duration KEPT = Duration.ofDays(7);

	/** No statement here may take longer than a query of a request. */
	private static final int BATCH = 5000;

	private final DeadLetterStore store;

	OldLetters(DeadLetterStore store) {
		this.store = store;
	}

	/**
	 * Forgets all of them.
	 */
	public void forget() {
		Instant oldest = Instant.now().minus(KEPT);
		long forgotten = 0;
		int batch;
		do {
			batch = this.store.forget(oldest, BATCH);
			forgotten += batch;
		}
		while (batch == BATCH);
		log.info("letters.cleared letters={}", forgotten);
	}

}
