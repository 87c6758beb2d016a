package io.bgvbridge.sandbox.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Points in time as people read them, in this machine's time zone. */
public final class Moments {

	private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH)
		.withZone(ZoneId.systemDefault());

	private Moments() {
	}

	/** Date and time; nothing for null. */
	public static Markup shown(@Nullable Instant time) {
		if (time == null) {
			return Markup.NONE;
		}
		Instant whole = time.truncatedTo(ChronoUnit.SECONDS);
		return Markup.of("<time datetime=\"{}\">{}</time>", whole, SHOWN.format(whole));
	}

	/**
	 * Date and time.
	 * @param millis milliseconds since the epoch
	 */
	public static Markup shown(long millis) {
		return shown(Instant.ofEpochMilli(millis));
	}

}
