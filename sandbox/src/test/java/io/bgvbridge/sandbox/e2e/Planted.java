package io.bgvbridge.sandbox.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Every token, key, secret and person of this JVM's end-to-end run, in words that are
 * found again wherever they leak to, and what the product answered with an error.
 */
public final class Planted {

	/** Made-up people carry these. */
	static final String LAST_NAME = "Raoplanted";

	static final String EMAIL = "asha.planted.";

	static final String PHONE = "973194";

	private static final Pattern PHONES = Pattern.compile("(?<!\\d)(?:91)?" + PHONE + "\\d{4}(?!\\d)");

	/** Shown once by the API, under these names. */
	private static final List<String> SHOWN_ONCE = List.of("externalApiToken", "callbackSecret");

	private static final Map<String, String> SECRETS = new ConcurrentHashMap<>();

	private static final Map<String, Set<String>> ERRORS = new ConcurrentHashMap<>();

	private Planted() {
	}

	/** Remembers a secret. */
	public static void secret(String name, String value) {
		SECRETS.put(value, name);
	}

	/** Remembers an answer with an error. */
	public static void answered(String address, String body) {
		ERRORS.computeIfAbsent(body, (key) -> ConcurrentHashMap.newKeySet()).add(address);
	}

	/** Remembers what an answer shows this once. */
	static void shown(JsonNode answer) {
		for (String name : SHOWN_ONCE) {
			String value = answer.path(name).asString("");
			if (!value.isEmpty()) {
				secret(name, value);
			}
		}
	}

	/** The bodies of all errors, and where they came from. */
	static Map<String, Set<String>> errors() {
		return Map.copyOf(ERRORS);
	}

	/** The names of what is in a text, of the planted; never the values. */
	static Set<String> in(String text) {
		Set<String> found = new TreeSet<>();
		forms().forEach((value, name) -> {
			if (text.contains(value)) {
				found.add(name);
			}
		});
		if (PHONES.matcher(text).find()) {
			found.add("phone");
		}
		return found;
	}

	/** In clear, and as the user name of HTTP Basic. */
	private static Map<String, String> forms() {
		Map<String, String> forms = new LinkedHashMap<>(
				Map.of(LAST_NAME, "name", EMAIL, "e-mail", LAST_NAME.toLowerCase(), "name in lower case"));
		SECRETS.forEach((value, name) -> {
			forms.put(value, name);
			String encoded = Base64.getEncoder()
				.withoutPadding()
				.encodeToString((value + ":").getBytes(StandardCharsets.UTF_8));
			// The last characters depend on what follows.
			forms.put(encoded.substring(0, encoded.length() - 2), name + " in Base64");
		});
		return forms;
	}

}
