package io.bgvbridge.gateway.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * An operator's request for a new token or secret, as it came.
 *
 * @param what externalApiToken or callbackSecret
 * @param overlap how long the older one stays valid, as an ISO 8601 duration
 */
record Rotate(@Nullable String what, @Nullable String overlap) {

	static final String TOKEN = "externalApiToken";

	static final String CALLBACK_SECRET = "callbackSecret";

	/**
	 * Checks everything.
	 * @return how long the older one stays valid
	 * @throws InvalidConnection naming every field that is wrong
	 */
	Duration check() {
		Violations problems = new Violations();
		problems.check(TOKEN.equals(this.what) || CALLBACK_SECRET.equals(this.what), "what",
				"must be " + TOKEN + " or " + CALLBACK_SECRET);
		Duration overlap = ConnectionFields.overlap(this.overlap, problems);
		problems.throwIfAny();
		return overlap;
	}

}
