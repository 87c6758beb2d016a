package io.bgvbridge.verification.provider;

import java.util.List;

import io.bgvbridge.verification.state.Reason;

/**
 * What became of an order that the provider answered.
 */
public sealed interface Placement {

	/**
	 * The provider took the order.
	 *
	 * @param reference the provider's id of the order
	 * @param aliases other ids by which callbacks may name it
	 */
	record Placed(String reference, List<String> aliases) implements Placement {

	}

	/**
	 * The provider refused because it already has such a candidate; perhaps through an
	 * earlier attempt of ours.
	 */
	record Duplicate() implements Placement {

	}

	/**
	 * The provider refused for good.
	 *
	 * @param reason the reason
	 * @param words the provider's words for the recruiter; may be personal
	 */
	record Refused(Reason reason, String words) implements Placement {

		/**
		 * Quotes nothing.
		 */
		@Override
		public String toString() {
			return "Refused[" + this.reason + "]";
		}

	}

}
