package io.bgvbridge.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.bgvbridge.verification.provider.CheckLine;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says beside a state.
 *
 * @param words its words for the recruiter; empty if there are none
 * @param expectedAt when it expects to be done; null if it does not say
 * @param checks how each check stands
 */
record Details(String words, @Nullable Instant expectedAt, List<CheckLine> checks) {

	static final Details NONE = new Details("", null, List.of());

	Details {
		// As exact as it is kept and published.
		expectedAt = (expectedAt != null) ? expectedAt.truncatedTo(ChronoUnit.MILLIS) : null;
	}

	static Details inWords(String words) {
		return new Details(words, null, List.of());
	}

	/**
	 * Quotes nothing.
	 */
	@Override
	public String toString() {
		return "Details[expectedAt=" + this.expectedAt + "]";
	}

}
