package io.bgvbridge.verification.checkr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * An idempotency key that is the same whenever the same is meant. Checkr takes version 4
 * UUIDs only.
 */
final class DerivedKey {

	private DerivedKey() {
	}

	static UUID of(String meant) {
		try {
			ByteBuffer hash = ByteBuffer
				.wrap(MessageDigest.getInstance("SHA-256").digest(meant.getBytes(StandardCharsets.UTF_8)));
			long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
			long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
			return new UUID(high, low);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
