package io.bgvbridge.sandbox.ashby;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What was accepted for one assessment so far: the newest timestamp, and digests of the
 * last bodies.
 *
 * @param lastTimestamp milliseconds since the epoch
 * @param digests SHA-256 in hexadecimal digits
 */
record Received(long lastTimestamp, Set<String> digests) {

	static final Received NONE = new Received(Long.MIN_VALUE, Set.of());

	private static final int MOST_DIGESTS = 500;

	boolean has(byte[] raw) {
		return this.digests.contains(digest(raw));
	}

	/**
	 * Refuses what is not newer.
	 * @throws AshbyRefusal when the timestamp is that of the last body or older
	 */
	void requireNewer(long timestamp) {
		if (timestamp <= this.lastTimestamp) {
			throw AshbyRefusal.invalid("timestamp", "must be greater than that of the last update");
		}
	}

	Received and(long timestamp, byte[] raw) {
		Set<String> more = new LinkedHashSet<>(this.digests);
		if (more.size() >= MOST_DIGESTS) {
			more.remove(more.iterator().next());
		}
		more.add(digest(raw));
		return new Received(timestamp, more);
	}

	static String digest(byte[] raw) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
