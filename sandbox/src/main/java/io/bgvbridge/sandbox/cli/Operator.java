package io.bgvbridge.sandbox.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The operator's name and password at the gateway.
 *
 * @param user the name
 * @param password the password
 */
record Operator(String user, String password) {

	String authorization() {
		return "Basic " + Base64.getEncoder()
			.encodeToString((this.user + ":" + this.password).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "Operator[" + this.user + "]";
	}

}
