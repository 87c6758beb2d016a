package io.bgvbridge.sandbox.ashby;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;

/** The API keys of the played organisation. */
final class ApiKeys {

	private static final int MOST = 10_000;

	private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();

	void add(String key, Set<Scope> scopes) {
		if (this.keys.size() >= MOST && !this.keys.containsKey(key)) {
			throw new Refused(507, "The sandbox holds at most " + MOST + " API keys");
		}
		this.keys.put(key, new ApiKey(UUID.randomUUID().toString(), key, Set.copyOf(scopes), Instant.now()));
	}

	/** Makes a key with a value that nobody can guess. */
	String make(Set<Scope> scopes) {
		String key = "sandbox-" + UUID.randomUUID().toString().replace("-", "");
		add(key, scopes);
		return key;
	}

	/** The keys, oldest first. */
	List<ApiKey> list() {
		return this.keys.values().stream().sorted(Comparator.comparing(ApiKey::createdAt)).toList();
	}

	void revoke(String key) {
		this.keys.remove(key);
	}

	/** The key named by Basic authentication: key as user, blank password. */
	ApiKey authenticated(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
			throw AshbyRefusal.unauthenticated(401, "unauthorized", "API key is missing");
		}
		String credentials = decoded(authorization.substring(6).strip());
		for (ApiKey key : this.keys.values()) {
			if (MessageDigest.isEqual(bytes(key.value() + ":"), bytes(credentials))) {
				return key;
			}
		}
		throw AshbyRefusal.unauthenticated(403, "forbidden", "API key is invalid or deactivated");
	}

	private static String decoded(String base64) {
		try {
			return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw AshbyRefusal.unauthenticated(401, "unauthorized", "API key is missing");
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * One key.
	 *
	 * @param id uuid, no secret
	 * @param value the secret
	 * @param scopes what it may do
	 * @param createdAt when it was made
	 */
	record ApiKey(String id, String value, Set<Scope> scopes, Instant createdAt) {

		void require(Scope scope) {
			if (!this.scopes.contains(scope)) {
				throw AshbyRefusal.unauthenticated(403, "missing_endpoint_permission",
						"The API key lacks the permission " + scope.permission());
			}
		}

		@Override
		public String toString() {
			return "ApiKey" + this.scopes;
		}

	}

}
