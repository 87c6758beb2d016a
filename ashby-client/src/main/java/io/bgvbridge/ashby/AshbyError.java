package io.bgvbridge.ashby;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Why Ashby refused a call, read from any of the three shapes that were seen: a code in
 * {@code errorInfo}, codes in {@code errors}, or objects with a message in
 * {@code errors}.
 *
 * @param code Ashby's code; where Ashby gives words only, the code that they stand for,
 * or {@value #UNSPECIFIED}
 * @param words Ashby's explanation; may be personal, empty where there is none
 */
record AshbyError(String code, String words) {

	static final String MISSING_PERMISSION = "missing_endpoint_permission";

	static final String UNSPECIFIED = "unspecified";

	private static final Set<String> THROTTLES = Set.of("rate_limit_exceeded", "concurrent_limit_exceeded");

	/** Codes reach logs; nothing else that Ashby says may. */
	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{1,63}");

	static AshbyError read(JsonNode envelope) {
		JsonNode info = envelope.path("errorInfo");
		JsonNode first = envelope.path("errors").path(0);
		String listed = first.isObject() ? first.path("message").asString("") : first.asString("");
		String words = info.path("message").asString(isCode(listed) ? "" : listed);
		String code = info.path("code").asString("");
		if (isCode(code)) {
			return new AshbyError(code, words);
		}
		return new AshbyError(isCode(listed) ? listed : meaning(listed), words);
	}

	/** The text itself if it is a code, else {@value #UNSPECIFIED}. */
	static String code(String text) {
		return isCode(text) ? text : UNSPECIFIED;
	}

	boolean isThrottle() {
		return THROTTLES.contains(this.code);
	}

	boolean isMissingPermission() {
		return this.code.equals(MISSING_PERMISSION);
	}

	private static boolean isCode(String text) {
		return CODE.matcher(text).matches();
	}

	private static String meaning(String words) {
		String lower = words.toLowerCase(Locale.ROOT);
		if (lower.contains("not found")) {
			return "entity_not_found";
		}
		if (lower.contains("limit exceeded")) {
			return "rate_limit_exceeded";
		}
		return lower.contains("permission") ? MISSING_PERMISSION : UNSPECIFIED;
	}

}
