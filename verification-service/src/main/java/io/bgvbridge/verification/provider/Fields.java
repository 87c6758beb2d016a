package io.bgvbridge.verification.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fields of what providers say, where each may be missing, null or of another type.
 */
public final class Fields {

	private Fields() {
	}

	/**
	 * A text or number that an answer must have.
	 * @param node the object
	 * @param field name of the field
	 * @return the text, not blank
	 * @throws Unintelligible if there is none
	 */
	public static String text(JsonNode node, String field) {
		return find(node, field).orElseThrow(() -> new Unintelligible("an answer without " + field));
	}

	/**
	 * A text or number.
	 * @param node the object
	 * @param field name of the field
	 * @return the text; empty if it is missing, null, blank or no plain value
	 */
	public static Optional<String> find(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return (value.isValueNode() && !value.isNull())
				? Optional.of(value.asString("")).filter((text) -> !text.isBlank()) : Optional.empty();
	}

	/**
	 * One of our own ids.
	 * @param node the object
	 * @param field name of the field
	 * @return null if it is missing or no id of ours
	 */
	public static @Nullable UUID uuid(JsonNode node, String field) {
		return uuid(node.path(field).asString(""));
	}

	/**
	 * One of our own ids.
	 * @param text its text
	 * @return null if it is no id of ours
	 */
	public static @Nullable UUID uuid(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * A time, or a date, which begins with its day in UTC.
	 * @param node the object
	 * @param field name of the field
	 * @return empty if it is missing or cannot be read
	 */
	public static Optional<Instant> instant(JsonNode node, String field) {
		return find(node, field).flatMap(Fields::instant);
	}

	private static Optional<Instant> instant(String text) {
		try {
			return Optional.of((text.length() <= 10) ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
					: OffsetDateTime.parse(text).toInstant());
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A page that a browser can be sent to.
	 * @param text its address
	 * @return empty if it is no complete http or https address
	 */
	public static Optional<URI> page(String text) {
		try {
			URI page = new URI(text);
			boolean web = "https".equalsIgnoreCase(page.getScheme()) || "http".equalsIgnoreCase(page.getScheme());
			return (web && page.getHost() != null) ? Optional.of(page) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
