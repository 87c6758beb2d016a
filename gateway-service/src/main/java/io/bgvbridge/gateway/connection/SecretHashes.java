package io.bgvbridge.gateway.connection;

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

	SecretHashes replacedBy(String secret, Instant until) {
		return new SecretHashes(BearerSecret.hash(secret), this.current, until);
	}

	/** Compares in constant time. */
	boolean matches(String shown) {
		boolean now = BearerSecret.matches(shown, this.current);
		boolean before = this.previous != null && BearerSecret.matches(shown, this.previous)
				&& this.previousUntil != null && Instant.now().isBefore(this.previousUntil);
		return now | before;
	}

	@Override
	public String toString() {
		return "SecretHashes[previousUntil=" + this.previousUntil + "]";
	}

}
