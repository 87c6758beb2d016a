package io.bgvbridge.gateway.failure;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The last line of a page.
 *
 * @param since since when it waits
 * @param id what it is about
 * @param service the service that could not go on; empty for a connection
 */
record Cursor(Instant since, UUID id, String service) {

	private static final Pattern TEXT = Pattern
		.compile("([0-9]{1,15})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})_([a-z-]{0,40})");

	private static final int UUID_LENGTH = 36;

	/** Before everything. */
	static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1), "");

	static Cursor of(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "cursor must be the next of an earlier page.");
		}
		return new Cursor(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), UUID.fromString(matcher.group(2)),
				matcher.group(3));
	}

	static Cursor after(Failure failure) {
		String service = failure.service();
		return new Cursor(failure.since(), UUID.fromString(failure.id().substring(0, UUID_LENGTH)),
				(service != null) ? service : "");
	}

	String text() {
		return this.since.toEpochMilli() + "_" + this.id + "_" + this.service;
	}

}
