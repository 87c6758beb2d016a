package io.bgvbridge.sync.connection;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * What an organisation wants of how its Ashby is told.
 *
 * @param partnerId the id that Ashby issued to this partner; null if there is none
 * @param reportFile whether reports are put into candidates' files
 * @param profilePage pattern of the provider's own page of a check, with
 * <code>{reference}</code>; null if links lead to our report page
 */
public record Wishes(@Nullable String partnerId, boolean reportFile, @Nullable String profilePage) {

	/** Where the provider's reference goes in the pattern of its page. */
	static final String REFERENCE = "{reference}";

	static final Wishes NONE = new Wishes(null, false, null);

	/**
	 * The provider's own page of a check, where recruiters shall be led to it.
	 * @param reference the provider's id of the order; null while it is not known
	 * @return the page's address; null if links lead to our report page
	 */
	public @Nullable String profilePageOf(@Nullable String reference) {
		return (this.profilePage == null || reference == null || reference.isBlank()) ? null
				: this.profilePage.replace(REFERENCE, UriUtils.encode(reference, StandardCharsets.UTF_8));
	}

}
