package io.bgvbridge.gateway.callback;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.bgvbridge.gateway.connection.Proof;
import io.bgvbridge.gateway.connection.Provider;

/**
 * Where a provider calls back: who it says it is, and for which connection.
 *
 * @param provider the provider
 * @param connectionId the connection
 */
record CallbackPath(Provider provider, UUID connectionId) {

	private static final Pattern PATH = Pattern
		.compile("/callbacks/([a-z]{1,40})/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

	/** Empty for a path that nobody was given. */
	static Optional<CallbackPath> of(String path) {
		Matcher matcher = PATH.matcher(path);
		return matcher.matches()
				? Provider.of(matcher.group(1))
					.map((provider) -> new CallbackPath(provider, UUID.fromString(matcher.group(2))))
				: Optional.empty();
	}

	/** Whether only the whole body shows who sent it. */
	boolean isSigned() {
		return this.provider.proof() instanceof Proof.Signed;
	}

}
