package io.bgvbridge.sync;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a verification stands at one revision.
 *
 * @param revision counts the published changes of the verification
 * @param state where it stands
 * @param reason why, where the state alone does not say it
 * @param conclusion what it came to
 * @param provider code of the provider
 * @param reference the provider's id of the order; null until it is known
 * @param words the vendor's words for the recruiter, perhaps personal; null if there are
 * none
 * @param occurredAt when it came to stand so
 * @param ended whether it is final
 */
record Standing(long revision, State state, Reason reason, Conclusion conclusion, String provider,
		@Nullable String reference, @Nullable String words, Instant occurredAt, boolean ended) {

	/**
	 * Leaves the vendor's words out.
	 */
	@Override
	public String toString() {
		return "Standing[revision=" + this.revision + ", state=" + this.state + "]";
	}

}
