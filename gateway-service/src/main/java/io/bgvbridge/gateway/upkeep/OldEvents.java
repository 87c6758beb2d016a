package io.bgvbridge.gateway.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Events that were taken so long ago that Kafka cannot deliver them again.
 */
@Component
class OldEvents {

	private static final Logger log = LoggerFactory.getLogger(OldEvents.class);

	/** No statement here may take longer than a query of a request. */
	private static final int BATCH = 5000;

	private final JdbcClient jdbc;

	private final Duration kept;

	OldEvents(JdbcClient jdbc, UpkeepProperties properties) {
		this.jdbc = jdbc;
		this.kept = properties.inboxKept();
	}

	/** Forgets all of them. */
	void forget() {
		Instant oldest = Instant.now().minus(this.kept);
		long forgotten = 0;
		int batch;
		do {
			batch = this.jdbc
				.sql("delete from inbox where event_id in"
						+ " (select event_id from inbox where received_at < ? order by received_at limit ?)")
				.params(oldest.atOffset(ZoneOffset.UTC), BATCH)
				.update();
			forgotten += batch;
		}
		while (batch == BATCH);
		log.info("inbox.cleared events={}", forgotten);
	}

}
