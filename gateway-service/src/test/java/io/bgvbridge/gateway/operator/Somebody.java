package io.bgvbridge.gateway.operator;

import java.util.UUID;

import io.bgvbridge.gateway.Browser;
import io.bgvbridge.gateway.Caller;

/**
 * Somebody with an account.
 *
 * @param name the account's name
 * @param caller their programs
 */
public record Somebody(String name, Caller caller) {

	public static final String PASSWORD = "correct horse battery";

	/** Somebody new. */
	public static Somebody with(Caller stranger, String role) {
		String name = role + "-" + UUID.randomUUID();
		Caller.Answer made = stranger.operator()
			.post("/api/accounts",
					"{\"name\": \"%s\", \"password\": \"%s\", \"role\": \"%s\"}".formatted(name, PASSWORD, role));
		if (made.status() != 201) {
			throw new AssertionError(made.text());
		}
		return new Somebody(name, stranger.basic(name, PASSWORD));
	}

	public Browser browser() {
		return Browser.of(this.caller, this.name, PASSWORD);
	}

}
