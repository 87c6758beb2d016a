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
 * @param details what is said of it in words, perhaps personal
 * @param expectedAt when the provider expects to be done; null if it does not say
 * @param occurredAt when it came to stand so
 * @param ended whether it is final
 */
record Standing(long revision, State state, Reason reason, Conclusion conclusion, String provider,
		@Nullable String reference, Details details, @Nullable Instant expectedAt, Instant occurredAt, boolean ended) {

	/** What this end is to a recruiter, as a code. */
	String end() {
		return this.state + "/" + this.reason + "/" + this.conclusion;
	}

	/** Whether this is the final result. */
	boolean isResult() {
		return this.ended && this.state.telling() == State.Telling.COMPLETION;
	}

	/**
	 * Leaves the details out.
	 */
	@Override
	public String toString() {
		return "Standing[revision=" + this.revision + ", state=" + this.state + "]";
	}

}
