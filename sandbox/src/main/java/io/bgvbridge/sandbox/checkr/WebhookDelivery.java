package io.bgvbridge.sandbox.checkr;

import java.time.Duration;

import io.bgvbridge.sandbox.callback.Signing;

/**
 * How webhooks are sent.
 *
 * @param times how often each, 0 for not at all; a repetition has the same event id
 * @param delay wait before the first
 * @param signing how the body is signed
 * @param reversed whether several events arrive in the opposite order
 * @param age how long ago the event says that it was made
 */
public record WebhookDelivery(int times, Duration delay, Signing signing, boolean reversed, Duration age) {

	/** Once and at once, and again until it is taken. */
	public static final WebhookDelivery ONCE = new WebhookDelivery(1, Duration.ZERO, Signing.RIGHT, false,
			Duration.ZERO);

	/** Not at all: only a look-up tells. */
	public static final WebhookDelivery NONE = ONCE.times(0);

	/** The same that often. */
	public WebhookDelivery times(int wanted) {
		return new WebhookDelivery(wanted, this.delay, this.signing, this.reversed, this.age);
	}

	/** The same after a wait. */
	public WebhookDelivery after(Duration wanted) {
		return new WebhookDelivery(this.times, wanted, this.signing, this.reversed, this.age);
	}

	/** The same, signed so. */
	public WebhookDelivery signed(Signing wanted) {
		return new WebhookDelivery(this.times, this.delay, wanted, this.reversed, this.age);
	}

	/** The same in the opposite order. */
	public WebhookDelivery inReverse() {
		return new WebhookDelivery(this.times, this.delay, this.signing, true, this.age);
	}

	/** The same, said to be that old. */
	public WebhookDelivery aged(Duration wanted) {
		return new WebhookDelivery(this.times, this.delay, this.signing, this.reversed, wanted);
	}

}
