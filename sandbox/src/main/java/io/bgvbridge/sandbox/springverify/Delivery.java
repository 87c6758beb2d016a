package io.bgvbridge.sandbox.springverify;

import java.time.Duration;

/**
 * How a callback is sent.
 *
 * @param times how often, 0 for not at all
 * @param delay wait before the first
 * @param signed whether the bearer secret is sent along
 */
public record Delivery(int times, Duration delay, boolean signed) {

	/** Not at all: only a look-up tells. */
	public static final Delivery NONE = new Delivery(0, Duration.ZERO, true);

	/** Once and at once. */
	public static final Delivery ONCE = new Delivery(1, Duration.ZERO, true);

	/** Twice, as a careless vendor would. */
	public static final Delivery TWICE = new Delivery(2, Duration.ZERO, true);

	/** Once, without the secret. */
	public static final Delivery UNSIGNED = new Delivery(1, Duration.ZERO, false);

}
