package io.bgvbridge.verification.checkr;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.work.Budgets;
import io.bgvbridge.verification.connection.Connections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The number of calls that Checkr leaves an account, as it tells with each answer.
 */
@Component
class RateLimit {

	/** Checkr counts by the minute; more than this is a mistake. */
	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final Logger log = LoggerFactory.getLogger(RateLimit.class);

	private final Budgets budgets;

	RateLimit(Budgets budgets) {
		this.budgets = budgets;
	}

	/**
	 * Has an account left alone if an answer says that nothing is left.
	 * @param connectionId the account's connection
	 * @param headers the answer's headers
	 * @return how long; null if there is no need
	 */
	@Nullable Duration heed(UUID connectionId, HttpHeaders headers) {
		if (number(headers, "X-Ratelimit-Remaining") != 0) {
			return null;
		}
		Duration pause = untilReset(headers);
		try {
			this.budgets.pause(connectionId, Connections.PROVIDER, pause);
		}
		catch (RuntimeException ex) {
			// The answer itself is worth more than the pause.
			log.warn("checkr.pause-failed connectionId={} reason={}", connectionId, ex.getClass().getSimpleName());
		}
		return pause;
	}

	private static Duration untilReset(HttpHeaders headers) {
		long reset = number(headers, "X-Ratelimit-Reset");
		// By Checkr's own clock, where the answer shows it.
		long date = headers.getFirstDate(HttpHeaders.DATE);
		Instant now = (date >= 0) ? Instant.ofEpochMilli(date) : Instant.now();
		Duration pause = Duration.ofSeconds(Math.max(1, reset - now.getEpochSecond()));
		return (pause.compareTo(LONGEST) > 0) ? LONGEST : pause;
	}

	private static long number(HttpHeaders headers, String name) {
		String value = headers.getFirst(name);
		return (value != null && value.strip().matches("[0-9]{1,12}")) ? Long.parseLong(value.strip()) : -1;
	}

}
