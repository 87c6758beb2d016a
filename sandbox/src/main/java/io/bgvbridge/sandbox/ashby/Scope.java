package io.bgvbridge.sandbox.ashby;

import java.util.Arrays;

import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;

/** What an Ashby API key may do. */
public enum Scope {

	/** Reads candidates. */
	CANDIDATES_READ("candidatesRead", "candidates:read"),
	/** Writes candidates, and with them assessments. */
	CANDIDATES_WRITE("candidatesWrite", "candidates:write"),
	/** Reads the key's own facts. */
	API_KEYS_READ("apiKeysRead", "apiKeys:read");

	private final String permission;

	private final String listed;

	Scope(String permission, String listed) {
		this.permission = permission;
		this.listed = listed;
	}

	/**
	 * The scope of that permission.
	 * @throws Refused with 400 when there is none
	 */
	static Scope of(@Nullable String permission) {
		return Arrays.stream(values())
			.filter((scope) -> scope.permission.equals(permission))
			.findFirst()
			.orElseThrow(() -> new Refused(400, "Unknown scope"));
	}

	/** The permission's name in the endpoint reference. */
	public String permission() {
		return this.permission;
	}

	/** The name in the answer of {@code apiKey.info}. */
	public String listed() {
		return this.listed;
	}

}
