package io.bgvbridge.verification.provider;

import java.time.Instant;
import java.util.List;

import io.bgvbridge.verification.state.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands, read from the provider.
 */
public sealed interface Snapshot {

	/**
	 * A status that is in our table.
	 *
	 * @param progress what it means
	 * @param expectedAt when the provider expects to be done; null if it does not say
	 * @param checks how each check stands; empty if the provider does not say
	 * @param aliases other ids by which callbacks may name the order from now on
	 */
	record Known(Progress progress, @Nullable Instant expectedAt, List<CheckLine> checks,
			List<String> aliases) implements Snapshot {

		/**
		 * A status of a provider that says no more.
		 * @param progress what it means
		 */
		public Known(Progress progress) {
			this(progress, null, List.of(), List.of());
		}

	}

	/**
	 * A status that is not in our table: kept, alarmed, never guessed.
	 *
	 * @param code the provider's code
	 */
	record Unknown(String code) implements Snapshot {

	}

}
