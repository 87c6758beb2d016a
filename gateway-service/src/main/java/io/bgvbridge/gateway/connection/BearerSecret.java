package io.bgvbridge.gateway.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Secrets that others show us: 256 random bits behind a prefix that secret scanners can
 * be taught. Only their SHA-256 is kept.
 */
final class BearerSecret {

	static final String PARTNER_TOKEN = "bgvt_";

	static final String CALLBACK_SECRET = "bgvs_";

	private static final int BYTES = 32;

	private static final Pattern RANDOM_PART = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final SecureRandom random = new SecureRandom();

	private BearerSecret() {
	}

	static String issue(String prefix) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static boolean wellFormed(String prefix, String shown) {
		return shown.startsWith(prefix) && RANDOM_PART.matcher(shown.substring(prefix.length())).matches();
	}

	static byte[] hash(String secret) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Compares in constant time. */
	static boolean matches(String shown, byte[] hash) {
		return MessageDigest.isEqual(hash(shown), hash);
	}

}
