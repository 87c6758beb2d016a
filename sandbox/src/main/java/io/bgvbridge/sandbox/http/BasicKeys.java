package io.bgvbridge.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** API keys that are sent as the user of Basic authentication, with an empty password. */
public final class BasicKeys {

	private final Set<String> keys = ConcurrentHashMap.newKeySet();

	/** Makes a key valid. */
	public void add(String key) {
		this.keys.add(key);
	}

	/** Ends a key. */
	public void revoke(String key) {
		this.keys.remove(key);
	}

	/** Whether the {@code Authorization} header names a valid key. */
	public boolean accept(@Nullable String authorization) {
		byte[] given = ((authorization != null) ? authorization : "").getBytes(StandardCharsets.UTF_8);
		return this.keys.stream().anyMatch((key) -> MessageDigest.isEqual(header(key), given));
	}

	private static byte[] header(String key) {
		String credentials = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
		return ("Basic " + credentials).getBytes(StandardCharsets.UTF_8);
	}

}
