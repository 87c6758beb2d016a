package io.bgvbridge.gateway.ashby;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The token in an {@code Authorization: Basic} header. Ashby's own API takes keys as the
 * user with a blank password; whether it sends ours so, too, is not documented, so that
 * both places count.
 */
final class PartnerToken {

	private static final String SCHEME = "basic ";

	private PartnerToken() {
	}

	/** User and password, without blanks; empty if there is no such header. */
	static List<String> shown(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return List.of();
		}
		try {
			byte[] decoded = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
			return List.of(new String(decoded, StandardCharsets.UTF_8).split(":", 2))
				.stream()
				.filter((part) -> !part.isBlank())
				.toList();
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
	}

}
