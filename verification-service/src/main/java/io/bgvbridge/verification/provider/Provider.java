package io.bgvbridge.verification.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A background-verification provider. Every method makes at most one call, unless it says
 * otherwise, and reports a failed one as
 * {@link io.bgvbridge.messaging.vendor.VendorFailure}.
 */
public interface Provider {

	/**
	 * The provider's name in topics and paths.
	 * @return a name of the closed list: springverify, stackone, checkr
	 */
	String kind();

	/**
	 * Everything that can be ordered.
	 * @param access the account
	 * @return the packages and, where the provider tells, the credits left
	 */
	Catalogue catalogue(ProviderAccess access);

	/**
	 * Places an order, which may cost money and cannot be repeated safely. After
	 * {@code Unavailable} that was perhaps sent, or {@code Unintelligible}, its outcome
	 * is unknown.
	 * @param access the account
	 * @param order the order
	 * @return what became of it
	 */
	Placement place(ProviderAccess access, Order order);

	/**
	 * Looks for an order whose outcome is unknown.
	 * @param access the account
	 * @param order the order
	 * @param begun when the attempt to place it began
	 * @return orders at the provider that match; empty if there is none
	 */
	List<Match> find(ProviderAccess access, Order order, Instant begun);

	/**
	 * Reads how an order stands.
	 * @param access the account
	 * @param reference the provider's id of the order
	 * @return what the provider says now
	 */
	Snapshot read(ProviderAccess access, String reference);

	/**
	 * Reads one page of all orders of the account.
	 * @param access the account
	 * @param offset how many newer orders are passed over
	 * @return the page
	 */
	Page list(ProviderAccess access, int offset);

	/**
	 * Cancels an order. Harmless to repeat.
	 * @param access the account
	 * @param reference the provider's id of the order
	 * @return what became of it
	 */
	Cancellation cancel(ProviderAccess access, String reference);

	/**
	 * Fetches the report.
	 * @param access the account
	 * @param reference the provider's id of the order
	 * @return the PDF; empty if there is none (yet)
	 */
	Optional<byte[]> report(ProviderAccess access, String reference);

	/**
	 * Tells which order a callback is about. Makes no call.
	 * @param body the callback's raw body
	 * @return what it points at
	 */
	Hint hint(byte[] body);

}
