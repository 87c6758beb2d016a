package io.bgvbridge.verification.provider;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a callback points at.
 *
 * @param references the provider's ids by which the order may be known, its own first;
 * empty if the callback does not say
 * @param assessmentId our own order id; null if the callback does not say
 * @param told what it says of the order; null if the provider is to be asked
 */
public record Hint(List<String> references, @Nullable UUID assessmentId, @Nullable Told told) {

	/** About no order. */
	public static final Hint NONE = new Hint(List.of(), null);

	/**
	 * A hint that says no more than which order to read.
	 * @param references the provider's ids of it
	 * @param assessmentId our own id of it; null if the callback does not say
	 */
	public Hint(List<String> references, @Nullable UUID assessmentId) {
		this(references, assessmentId, null);
	}

	/**
	 * Whether it is about an order.
	 * @return false if the callback is about something else
	 */
	public boolean isAboutOrder() {
		return this.assessmentId != null || !this.references.isEmpty();
	}

}
