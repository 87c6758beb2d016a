package io.bgvbridge.sandbox.stackone;

import java.time.Duration;
import java.util.Set;

import io.bgvbridge.sandbox.callback.Signing;
import org.jspecify.annotations.Nullable;

/**
 * How result events are sent.
 *
 * @param times how often each, 0 for not at all
 * @param delay wait before the first
 * @param signing how the body is signed
 * @param spelling how the event is called and wrapped
 * @param reversed whether several events arrive in the opposite order
 * @param age how long ago the event says that it happened and was sent
 * @param missing members of {@code data} that are null
 */
public record EventDelivery(int times, Duration delay, Signing signing, Spelling spelling, boolean reversed,
		Duration age, Set<String> missing) {

	/** Once and at once, as the SDK of 2026 spells it. */
	public static final EventDelivery ONCE = new EventDelivery(1, Duration.ZERO, Signing.RIGHT, Spelling.PLURAL, false,
			Duration.ZERO, Set.of());

	/** Not at all. */
	public static final EventDelivery NONE = ONCE.times(0);

	/** The same that often. */
	public EventDelivery times(int wanted) {
		return new EventDelivery(wanted, this.delay, this.signing, this.spelling, this.reversed, this.age,
				this.missing);
	}

	/** The same after a wait. */
	public EventDelivery after(Duration wanted) {
		return new EventDelivery(this.times, wanted, this.signing, this.spelling, this.reversed, this.age,
				this.missing);
	}

	/** The same, signed so. */
	public EventDelivery signed(Signing wanted) {
		return new EventDelivery(this.times, this.delay, wanted, this.spelling, this.reversed, this.age, this.missing);
	}

	/** The same, spelt so. */
	public EventDelivery spelt(Spelling wanted) {
		return new EventDelivery(this.times, this.delay, this.signing, wanted, this.reversed, this.age, this.missing);
	}

	/** The same in the opposite order. */
	public EventDelivery inReverse() {
		return new EventDelivery(this.times, this.delay, this.signing, this.spelling, true, this.age, this.missing);
	}

	/** The same, said to be that old. */
	public EventDelivery aged(Duration wanted) {
		return new EventDelivery(this.times, this.delay, this.signing, this.spelling, this.reversed, wanted,
				this.missing);
	}

	/** The same with members of {@code data} that are null. */
	public EventDelivery without(String... members) {
		return new EventDelivery(this.times, this.delay, this.signing, this.spelling, this.reversed, this.age,
				Set.of(members));
	}

	/**
	 * How an event is called and wrapped.
	 *
	 * @param singular {@code screening.result.*}, as StackOne's pages had it in 2025,
	 * instead of {@code screening.results.*}
	 * @param bare only {@code event} and {@code data}, without the envelope
	 * @param accountId the account that the envelope names; null for ours
	 */
	public record Spelling(boolean singular, boolean bare, @Nullable String accountId) {

		/** As in the SDK of 2026. */
		public static final Spelling PLURAL = new Spelling(false, false, null);

		/** As on StackOne's pages of 2025. */
		public static final Spelling SINGULAR = new Spelling(true, false, null);

		/** Without the envelope, as the API shows the event. */
		public static final Spelling BARE = new Spelling(false, true, null);

		/** Of another account. */
		public static Spelling of(String otherAccountId) {
			return new Spelling(false, false, otherAccountId);
		}

	}

}
