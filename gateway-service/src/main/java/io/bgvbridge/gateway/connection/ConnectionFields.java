package io.bgvbridge.gateway.connection;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What each field of a request about a connection may be. A value that is refused is
 * returned as something harmless.
 */
final class ConnectionFields {

	static final Duration USUAL_OVERLAP = Duration.ofHours(24);

	private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

	private static final int MAX_NAME = 120;

	private static final int MAX_TEXT = 200;

	private static final int MAX_RETENTION = 3650;

	/** Keys travel in HTTP headers; Ashby's is a Basic user name, which has no colon. */
	private static final Pattern KEY = Pattern.compile("[!-9;-~]{1,1000}");

	private static final Pattern WEBHOOK_SECRET = Pattern.compile("[!-~]{8,200}");

	private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private static final Set<String> RULE = Set.of("stageTitle", "stageId", "onHire", "packageKey");

	private ConnectionFields() {
	}

	static String name(@Nullable String value, Violations problems) {
		String title = (value != null) ? value.strip() : "";
		problems.check(
				!title.isEmpty() && title.length() <= MAX_NAME && title.chars().noneMatch(Character::isISOControl),
				"name", "must be a text of 1 to " + MAX_NAME + " characters");
		return title;
	}

	static String key(String field, @Nullable String value, Violations problems) {
		String key = (value != null) ? value : "";
		problems.check(KEY.matcher(key).matches(), field, "must be given, without spaces or colons");
		return key;
	}

	static String webhookSecret(String value, Violations problems) {
		problems.check(WEBHOOK_SECRET.matcher(value).matches(), "ashby.webhookSecret",
				"must be 8 to 200 visible characters, the same as in Ashby");
		return value;
	}

	static @Nullable UUID partnerId(String value, Violations problems) {
		if (UUIDS.matcher(value).matches()) {
			return UUID.fromString(value);
		}
		problems.add("ashby.partnerId", "must be the UUID that Ashby gave");
		return null;
	}

	static @Nullable Integer retentionDays(JsonNode value, Violations problems) {
		if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 1
				&& value.intValue() <= MAX_RETENTION) {
			return value.intValue();
		}
		problems.add("retentionDays", "must be a whole number of days from 1 to " + MAX_RETENTION + ", or null");
		return null;
	}

	static ProfileLink profileLink(JsonNode value, Violations problems) {
		for (ProfileLink link : ProfileLink.values()) {
			if (value.isString() && link.name().equals(value.stringValue())) {
				return link;
			}
		}
		problems.add("profileLink", "must be REPORT or PROVIDER");
		return ProfileLink.REPORT;
	}

	/** What leads to the provider needs to know where its pages are. */
	static void profileLink(ProfileLink link, Map<String, String> settings, Violations problems) {
		problems.check(link == ProfileLink.REPORT || settings.containsKey(AccountSettings.PORTAL_URL), "profileLink",
				"can only be PROVIDER with provider.portalUrl");
	}

	static Duration overlap(@Nullable String value, Violations problems) {
		try {
			Duration overlap = (value != null) ? Duration.parse(value) : USUAL_OVERLAP;
			if (!overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0) {
				return overlap;
			}
		}
		catch (DateTimeException ex) {
			// Falls through.
		}
		problems.add("overlap", "must be a duration such as PT24H, from PT0S to P30D");
		return USUAL_OVERLAP;
	}

	static @Nullable StartRule rule(JsonNode value, Violations problems) {
		value.propertyNames()
			.stream()
			.filter((member) -> !RULE.contains(member))
			.forEach((member) -> problems.add("autoStart." + member, "is not known here"));
		long conditions = Stream.of("stageTitle", "stageId", "onHire").filter(value::hasNonNull).count();
		StartRule rule = new StartRule(text(value, "stageTitle", problems), text(value, "stageId", problems),
				value.hasNonNull("onHire") ? value.path("onHire").booleanValue(false) : null,
				String.valueOf(text(value, "packageKey", problems)));
		problems.check(!value.hasNonNull("onHire") || rule.matchesHire(), "autoStart.onHire",
				"must be true, or absent");
		problems.check(value.hasNonNull("packageKey"), "autoStart.packageKey", "must be given");
		problems.check(value.isObject() && conditions == 1, "autoStart",
				"must have exactly one of stageTitle, stageId and onHire");
		return rule;
	}

	private static @Nullable String text(JsonNode value, String member, Violations problems) {
		if (!value.hasNonNull(member)) {
			return null;
		}
		String text = value.path(member).isString() ? value.path(member).stringValue().strip() : "";
		problems.check(!text.isEmpty() && text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl),
				"autoStart." + member, "must be a text of 1 to " + MAX_TEXT + " characters");
		return text;
	}

}
