package io.bgvbridge.gateway.operator;

import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An operator's account.
 *
 * @param name the name, which never changes
 * @param role what its holder may do
 * @param createdAt when it was made
 * @param disabledAt since when nobody can sign in with it; null while it works
 */
public record Account(String name, Role role, Instant createdAt, @Nullable Instant disabledAt) {

	/** In lower case only, so that no two names look alike. */
	static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,99}");

}
