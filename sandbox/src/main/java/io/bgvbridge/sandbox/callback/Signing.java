package io.bgvbridge.sandbox.callback;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;

/** How a callback's body is signed. */
public enum Signing {

	/** With the secret, as the vendor does. */
	RIGHT,
	/** Not at all: the header is missing. */
	UNSIGNED,
	/** With another secret. */
	WRONG_SECRET,
	/** With the secret, but one byte of the body is changed afterwards. */
	TAMPERED;

	/**
	 * The way of that name, such as {@code wrong-secret}; {@link #RIGHT} for null.
	 * @throws Refused with 400 for another name
	 */
	public static Signing of(@Nullable String wire) {
		if (wire == null) {
			return RIGHT;
		}
		return Arrays.stream(values())
			.filter((way) -> way.wire().equals(wire))
			.findFirst()
			.orElseThrow(() -> new Refused(400, "Member 'signing' is one of "
					+ Arrays.stream(values()).map(Signing::wire).collect(Collectors.joining(", "))));
	}

	/** The name in JSON. */
	public String wire() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The header's value.
	 * @param scheme makes the signature from secret and body
	 * @return null when no header is sent
	 */
	public @Nullable String signature(BiFunction<String, byte[], String> scheme, String secret, byte[] body) {
		return switch (this) {
			case RIGHT, TAMPERED -> scheme.apply(secret, body);
			case WRONG_SECRET -> scheme.apply("not-" + secret, body);
			case UNSIGNED -> null;
		};
	}

	/** What is sent of a body; still JSON when it is tampered with. */
	public byte[] sent(byte[] body) {
		if (this != TAMPERED) {
			return body;
		}
		String text = new String(body, StandardCharsets.UTF_8);
		return (text.substring(0, text.length() - 1) + " }").getBytes(StandardCharsets.UTF_8);
	}

}
