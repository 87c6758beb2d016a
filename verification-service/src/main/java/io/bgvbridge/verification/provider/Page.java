package io.bgvbridge.verification.provider;

import java.util.List;

import io.bgvbridge.verification.state.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Some of an account's orders, the newest first.
 *
 * @param orders the orders
 * @param size how many the provider had on the page; more than the orders if some could
 * not be read
 * @param last whether there are no older ones
 */
public record Page(List<Listed> orders, int size, boolean last) {

	/**
	 * An order as the list shows it.
	 *
	 * @param reference the provider's id of the order
	 * @param mark anything that differs when the order's status does; says nothing by
	 * itself
	 * @param progress what the status means; null if the list does not say it surely
	 */
	public record Listed(String reference, String mark, @Nullable Progress progress) {

	}

}
