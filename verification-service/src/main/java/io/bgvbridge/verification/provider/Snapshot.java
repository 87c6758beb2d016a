package io.bgvbridge.verification.provider;

import io.bgvbridge.verification.state.Progress;

/**
 * How an order stands, read from the provider.
 */
public sealed interface Snapshot {

	/**
	 * A status that is in our table.
	 *
	 * @param progress what it means
	 */
	record Known(Progress progress) implements Snapshot {

	}

	/**
	 * A status that is not in our table: kept, alarmed, never guessed.
	 *
	 * @param code the provider's code
	 */
	record Unknown(String code) implements Snapshot {

	}

}
