package io.bgvbridge.gateway.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature that somebody showed: HMAC-SHA256 over raw bytes.
 *
 * @param notation how it is written
 * @param shown what was shown; empty if nothing was
 * @param signed the bytes as they came
 */
public record Signature(Notation notation, String shown, byte[] signed) {

	private static final String ALGORITHM = "HmacSHA256";

	/**
	 * Whether it was made with a secret. Compares in constant time.
	 * @param secret the secret; not empty
	 * @return false for any other secret, and for bytes that were changed
	 */
	public boolean madeWith(String secret) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			String made = this.notation.write(mac.doFinal(this.signed));
			return MessageDigest.isEqual(made.getBytes(StandardCharsets.UTF_8),
					this.shown.getBytes(StandardCharsets.UTF_8));
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
