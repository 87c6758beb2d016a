package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A bearer secret as it is kept: hashed, with the one before it while both are valid.
 *
 * @param current SHA-256 of the secret
 * @param previous SHA-256 of the one before it; null if there is none
 * @param previousUntil when the one before it ends; null if there is none
 */
record SecretHashes(byte[] current, byte @Nullable [] previous, @Nullable Instant previousUntil) {

	static SecretHashes of(String secret) {
		return new SecretHashes(BearerSecret.hash(secret), null, null);
	}

	/**
	 * The secret replaced. While the one before it is still valid, that one stays, not
	 * the one that is replaced: it is the one that is surely in use.
	 */
	SecretHashes replacedBy(String secret, Duration overlap) {
		Instant until = Overlap.end(overlap, this.previousUntil);
		boolean stays = this.previous != null && Overlap.isRunning(this.previousUntil);
		return new SecretHashes(BearerSecret.hash(secret), stays ? this.previous : this.current, until);
	}

	/** Compares in constant time. */
	boolean matches(String shown) {
		boolean now = BearerSecret.matches(shown, this.current);
		boolean before = this.previous != null && BearerSecret.matches(shown, this.previous)
				&& Overlap.isRunning(this.previousUntil);
		return now | before;
	}

	@Override
	public String toString() {
		return "SecretHashes[previousUntil=" + this.previousUntil + "]";
	}

}
