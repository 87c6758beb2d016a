package io.bgvbridge.verification.provider;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A background-verification provider. Every method makes at most one call, unless it says
 * otherwise, and reports a failed one as
 * {@link io.bgvbridge.messaging.vendor.VendorFailure}. Methods that belong to a
 * {@link Capability} are called only if the provider has it.
 */
public interface Provider {

	/**
	 * The provider's name in topics and paths.
	 * @return a name of the closed list: springverify, stackone, checkr
	 */
	String kind();

	/**
	 * What its API offers.
	 * @return the capabilities
	 */
	Set<Capability> capabilities();

	/**
	 * Whether its API offers something.
	 * @param capability what
	 * @return true if it does
	 */
	default boolean can(Capability capability) {
		return capabilities().contains(capability);
	}

	/**
	 * What it needs of every candidate beside the name.
	 * @return the needs
	 */
	Set<Need> needs();

	/**
	 * How often an account may be called, unless the operator says otherwise.
	 * @return mean time between two calls
	 */
	Duration pace();

	/**
	 * Everything that can be ordered. May make a call for each page of it.
	 * @param access the account
	 * @return the packages and, where the provider tells, the credits left
	 */
	Catalogue catalogue(ProviderAccess access);

	/**
	 * Places an order, which may cost money and cannot be repeated safely without
	 * {@link Capability#IDEMPOTENCY_KEY}. After {@code Unavailable} that was perhaps
	 * sent, or {@code Unintelligible}, its outcome is unknown. May make more than one
	 * call where the provider takes an order in steps.
	 * @param access the account
	 * @param order the order
	 * @param key the attempt's own idempotency key, a version 4 UUID
	 * @return what became of it
	 */
	Placement place(ProviderAccess access, Order order, UUID key);

	/**
	 * Looks for an order whose outcome is unknown; with {@link Capability#LOOK_UP}. May
	 * make a call for each person that it finds, and one more.
	 * @param access the account
	 * @param order the order
	 * @param begun when the attempt to place it began
	 * @return orders at the provider that match; empty if there is none
	 */
	default List<Match> find(ProviderAccess access, Order order, Instant begun) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads how an order stands; with {@link Capability#READ}. May make two calls.
	 * @param access the account
	 * @param reference the provider's id of the order
	 * @return what the provider says now
	 */
	default Snapshot read(ProviderAccess access, String reference) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Reads one page of all orders of the account; with {@link Capability#LIST}.
	 * @param access the account
	 * @param offset how many newer orders are passed over
	 * @return the page
	 */
	default Page list(ProviderAccess access, int offset) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Cancels an order; with {@link Capability#CANCEL}. Harmless to repeat. May make two
	 * calls.
	 * @param access the account
	 * @param reference the provider's id of the order
	 * @return what became of it
	 */
	default Cancellation cancel(ProviderAccess access, String reference) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Invites the candidate of an order once more; with {@link Capability#RESEND}.
	 * Harmless to repeat with the same key. May make a handful of calls.
	 * @param access the account
	 * @param order the order
	 * @param reference the provider's id of it
	 * @param key the wish's own idempotency key, a version 4 UUID
	 * @return what became of it
	 */
	default Resent resend(ProviderAccess access, Order order, String reference, UUID key) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Erases what the provider knows of the person of an order; with
	 * {@link Capability#ERASE}. Harmless to repeat, also where nothing is known any more.
	 * May make a handful of calls.
	 * @param access the account
	 * @param reference the provider's id of the order
	 * @param aliases other ids that the provider gave with it, whatever they name
	 */
	default void erase(ProviderAccess access, String reference, List<String> aliases) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Fetches the report. May make two calls.
	 * @param access the account
	 * @param reference the provider's id of the order
	 * @param told where a callback said that it is; null if none did
	 * @return the report; empty if there is none (yet)
	 */
	Optional<Report> report(ProviderAccess access, String reference, @Nullable URI told);

	/**
	 * Tells which order a callback is about. Makes no call.
	 * @param access the account
	 * @param body the callback's raw body, whose sender has proved who it is
	 * @return what it points at
	 */
	Hint hint(ProviderAccess access, byte[] body);

}
