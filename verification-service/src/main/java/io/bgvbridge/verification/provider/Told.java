package io.bgvbridge.verification.provider;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a callback says of an order. Believed only of a provider that signs its callbacks
 * and cannot be asked.
 *
 * @param snapshot how the order stands
 * @param at when the provider said so, by its clock; null if it does not say
 * @param report where its report is; null if the callback does not say
 */
public record Told(Snapshot snapshot, @Nullable Instant at, @Nullable URI report) {

	/**
	 * Shows no address.
	 */
	@Override
	public String toString() {
		return "Told[" + this.snapshot + ", at=" + this.at + "]";
	}

}
