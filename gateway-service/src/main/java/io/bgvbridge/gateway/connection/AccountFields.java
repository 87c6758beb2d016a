package io.bgvbridge.gateway.connection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What each field of a request about a provider's account may be. A value that is refused
 * is returned as something harmless.
 */
final class AccountFields {

	private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,200}");

	private static final Pattern SECRET = Pattern.compile("[!-~]{8,200}");

	private static final int MAX_PLACE = 100;

	private static final Set<String> PLACE = Set.of("country", "state", "city");

	private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

	private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

	private AccountFields() {
	}

	static String accountId(JsonNode value, Violations problems) {
		return visible("provider.accountId", value, problems);
	}

	static String node(JsonNode value, Violations problems) {
		return visible("provider.node", value, problems);
	}

	private static String visible(String field, JsonNode value, Violations problems) {
		String text = text(value);
		problems.check(VISIBLE.matcher(text).matches(), field, "must be 1 to 200 visible characters");
		return text;
	}

	static String signingSecret(JsonNode value, Violations problems) {
		String secret = text(value);
		problems.check(SECRET.matcher(secret).matches(), "provider.signingSecret",
				"must be 8 to 200 visible characters, the same as in the provider's portal");
		return secret;
	}

	static String portal(JsonNode value, VendorAddresses addresses, Violations problems) {
		return addresses.checkPortal("provider.portalUrl", text(value).strip(), problems);
	}

	/** The whole place replaces the one before it. */
	static Map<String, Edit<String>> workLocation(JsonNode value, Violations problems) {
		String field = "provider.workLocation";
		problems.check(value.isObject(), field, "must be an object with a country");
		value.propertyNames()
			.stream()
			.filter((member) -> !PLACE.contains(member))
			.forEach((member) -> problems.add(field + "." + member, "is not known here"));
		String country = text(value.path("country")).strip().toUpperCase(Locale.ROOT);
		problems.check(COUNTRIES.contains(country), field + ".country",
				"must be a country's code of two letters, such as US");
		return Map.of(AccountSettings.COUNTRY, Edit.to(country), AccountSettings.STATE,
				Edit.to(place(value, "state", problems)), AccountSettings.CITY,
				Edit.to(place(value, "city", problems)));
	}

	private static @Nullable String place(JsonNode value, String member, Violations problems) {
		if (!value.hasNonNull(member)) {
			return null;
		}
		String text = text(value.path(member)).strip();
		problems.check(!text.isEmpty() && text.length() <= MAX_PLACE && text.chars().noneMatch(Character::isISOControl),
				"provider.workLocation." + member, "must be a text of 1 to " + MAX_PLACE + " characters");
		return text;
	}

	/**
	 * A day means its first moment, so that a warning comes too early and not too late.
	 */
	static @Nullable Instant expiry(JsonNode value, Violations problems) {
		String text = text(value);
		try {
			Instant at = (text.indexOf('T') < 0) ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
					: OffsetDateTime.parse(text).toInstant();
			if (at.isAfter(FIRST) && at.isBefore(LAST)) {
				return at;
			}
		}
		catch (DateTimeException ex) {
			// Falls through.
		}
		problems.add("provider.tokenExpiresAt", "must be a day such as 2027-01-31 or a time such as"
				+ " 2027-01-31T12:00:00Z, as the provider said when the token was made");
		return null;
	}

	private static String text(JsonNode value) {
		return value.isString() ? value.stringValue() : "";
	}

}
