package io.bgvbridge.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ashby's signature of a webhook: HMAC-SHA256 over the raw body.
 *
 * @param header the header {@code Ashby-Signature}; empty if there was none
 * @param body the raw body
 */
record Signature(String header, byte[] body) {

	static final String HEADER = "Ashby-Signature";

	private static final String ALGORITHM = "HmacSHA256";

	/** Compares in constant time. */
	boolean madeWith(String secret) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			String made = "sha256=" + HexFormat.of().formatHex(mac.doFinal(this.body));
			return MessageDigest.isEqual(made.getBytes(StandardCharsets.UTF_8),
					this.header.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "Signature";
	}

}
