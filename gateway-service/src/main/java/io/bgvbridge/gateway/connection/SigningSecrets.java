package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Ashby or a provider signs with: the secret, and the one before it while both are
 * valid.
 *
 * @param current the secret
 * @param previous the one before it; null if there is none
 * @param previousUntil when the one before it ends; null if there is none
 */
record SigningSecrets(String current, @Nullable String previous, @Nullable Instant previousUntil) {

	private static final JsonMapper json = new JsonMapper();

	private static final int TRIED = 2;

	private static final String NOBODYS = BearerSecret.issue("");

	static SigningSecrets of(String secret) {
		return new SigningSecrets(secret, null, null);
	}

	static SigningSecrets read(byte[] plain) {
		return json.readValue(plain, SigningSecrets.class);
	}

	byte[] bytes() {
		return json.writeValueAsBytes(this);
	}

	/**
	 * The secret replaced. While the one before it is still valid, that one stays, not
	 * the one that is replaced: it is the one that is surely in use. The same secret once
	 * more replaces nothing, but may end the overlap.
	 */
	SigningSecrets replacedBy(String secret, Duration overlap) {
		if (secret.equals(this.current)) {
			return overlap.isZero() ? of(secret) : this;
		}
		boolean stays = !secret.equals(this.previous) && Overlap.isRunning(this.previousUntil);
		return new SigningSecrets(secret, stays ? this.previous : this.current,
				Overlap.end(overlap, this.previousUntil));
	}

	/**
	 * Whether one of the valid secrets proves something. As many are tried, whether there
	 * are two, one or none.
	 */
	static boolean prove(@Nullable SigningSecrets secrets, Predicate<String> proves) {
		List<String> valid = (secrets != null) ? secrets.valid() : List.of();
		boolean proven = false;
		for (int i = 0; i < TRIED; i++) {
			boolean known = i < valid.size();
			proven |= proves.test(known ? valid.get(i) : NOBODYS) & known;
		}
		return proven;
	}

	List<String> valid() {
		return (this.previous != null && Overlap.isRunning(this.previousUntil)) ? List.of(this.current, this.previous)
				: List.of(this.current);
	}

	@Override
	public String toString() {
		return "SigningSecrets[previousUntil=" + this.previousUntil + "]";
	}

}
