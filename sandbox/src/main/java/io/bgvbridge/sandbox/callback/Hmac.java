package io.bgvbridge.sandbox.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes of raw bytes, HMAC-SHA256. */
public final class Hmac {

	private Hmac() {
	}

	/** The hash in lower-case hexadecimal digits. */
	public static String hex(String secret, byte[] bytes) {
		return HexFormat.of().formatHex(sha256(secret.getBytes(StandardCharsets.UTF_8), bytes));
	}

	/** The hash in base64url without padding. */
	public static String base64Url(String secret, byte[] bytes) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(sha256(secret.getBytes(StandardCharsets.UTF_8), bytes));
	}

	/** The hash itself. */
	public static byte[] sha256(byte[] key, byte[] bytes) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
