package io.bgvbridge.messaging.vendor;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a call to a vendor failed, and so what is to be done next. Messages hold codes
 * only; a vendor's own words may be about a person and are kept out of them.
 */
public abstract sealed class VendorFailure extends RuntimeException {

	private VendorFailure(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * The vendor understood the call and refused it for good.
	 */
	public static final class Rejected extends VendorFailure implements PermanentFailure {

		private final String code;

		private final String words;

		/**
		 * A refusal.
		 * @param code the vendor's code, or the HTTP status where there is none
		 * @param words the vendor's explanation; free text that may be personal
		 */
		public Rejected(String code, String words) {
			super("rejected: " + code, null);
			this.code = code;
			this.words = words;
		}

		/**
		 * The vendor's code.
		 * @return the code, or the HTTP status where there is none
		 */
		public String code() {
			return this.code;
		}

		/**
		 * The vendor's explanation.
		 * @return free text that may be personal; empty where there is none
		 */
		public String words() {
			return this.words;
		}

	}

	/**
	 * The vendor could not be reached or could not answer; the call is repeated later.
	 */
	public static final class Unavailable extends VendorFailure {

		private final Sent sent;

		private final @Nullable Duration retryAfter;

		/**
		 * An unanswered call.
		 * @param what what happened, without personal data
		 * @param sent whether the vendor may have acted on the call
		 * @param retryAfter how long to wait, where that is known
		 * @param cause the underlying failure, if any
		 */
		public Unavailable(String what, Sent sent, @Nullable Duration retryAfter, @Nullable Throwable cause) {
			super("unavailable: " + what, cause);
			this.sent = sent;
			this.retryAfter = retryAfter;
		}

		/**
		 * Whether the vendor may have acted on the call.
		 * @return what is known of it
		 */
		public Sent sent() {
			return this.sent;
		}

		/**
		 * How long to wait before the next try.
		 * @return null where nothing is known of it
		 */
		public @Nullable Duration retryAfter() {
			return this.retryAfter;
		}

	}

	/**
	 * What is known of a call that brought no answer.
	 */
	public enum Sent {

		/** It never left; the vendor cannot have acted on it. */
		NO,
		/** The vendor may have acted on it: its outcome is unknown. */
		PERHAPS

	}

	/**
	 * The vendor wants fewer calls and did not act on this one.
	 */
	public static final class Throttled extends VendorFailure {

		private final @Nullable Duration retryAfter;

		/**
		 * A call too many.
		 * @param retryAfter how long the vendor asks to wait; null if it does not say
		 */
		public Throttled(@Nullable Duration retryAfter) {
			super("throttled", null);
			this.retryAfter = retryAfter;
		}

		/**
		 * How long the vendor asks to wait.
		 * @return null if it does not say
		 */
		public @Nullable Duration retryAfter() {
			return this.retryAfter;
		}

	}

	/**
	 * The vendor refused the credentials and did not act on the call.
	 */
	public static final class Unauthorized extends VendorFailure {

		/**
		 * Refused credentials.
		 * @param code the vendor's code, or the HTTP status where there is none
		 */
		public Unauthorized(String code) {
			super("unauthorized: " + code, null);
		}

	}

	/**
	 * The vendor answered something that its contract does not know. It may have acted on
	 * the call.
	 */
	public static final class Unintelligible extends VendorFailure implements PermanentFailure {

		/**
		 * An answer that cannot be understood.
		 * @param what what was wrong with it, without quoting it
		 */
		public Unintelligible(String what) {
			super("unintelligible: " + what, null);
		}

	}

	/**
	 * A word for the kind of a failure, for metrics and traces.
	 * @param failure the failure
	 * @return one of a closed list
	 */
	public static String word(VendorFailure failure) {
		return switch (failure) {
			case Rejected rejected -> "rejected";
			case Unavailable unavailable -> "unavailable";
			case Throttled throttled -> "throttled";
			case Unauthorized unauthorized -> "unauthorized";
			case Unintelligible unintelligible -> "unintelligible";
		};
	}

}
