package io.bgvbridge.verification.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.web.util.UriUtils;

/**
 * A provider's own page of a check, as an address with a place for the check's id.
 */
public final class PortalPage {

	/** Name of the setting by which a connection says where the pages are. */
	public static final String SETTING = "portalUrl";

	private static final String PLACE = "{reference}";

	private PortalPage() {
	}

	/**
	 * The page of a check.
	 * @param template address with {@code {reference}}
	 * @param reference the id that the page goes by
	 * @return the page; empty if the template makes no address of the web
	 */
	public static Optional<URI> of(String template, String reference) {
		return Fields.page(template.replace(PLACE, UriUtils.encode(reference, StandardCharsets.UTF_8)));
	}

}
