package io.bgvbridge.verification.provider;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What an account can order.
 *
 * @param packages the packages
 * @param credits orders that the account can still pay for; null where the provider does
 * not tell
 * @param required what the account demands of every candidate, in the words of the
 * published schema (EMAIL, PHONE, RESUME); empty where the provider does not tell
 */
public record Catalogue(List<Offer> packages, @Nullable Long credits, Set<String> required) {

	/**
	 * One orderable package.
	 *
	 * @param packageKey the provider's key
	 * @param name what Ashby's users see
	 * @param description what it contains; may be empty
	 */
	public record Offer(String packageKey, String name, String description) {

	}

}
