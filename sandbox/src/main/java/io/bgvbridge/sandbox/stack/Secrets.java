package io.bgvbridge.sandbox.stack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import tools.jackson.databind.json.JsonMapper;

/**
 * The passwords of one stack, made once and kept in its folder.
 *
 * @param adminUser the operator's name at the gateway
 * @param adminPassword the operator's password at the gateway
 * @param databasePassword the password of each role in PostgreSQL
 */
public record Secrets(String adminUser, String adminPassword, String databasePassword) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int RANDOM_BYTES = 18;

	/**
	 * The passwords of a stack's folder, made now if there are none.
	 * @param state the folder
	 * @return the passwords
	 */
	public static Secrets of(StateDirectory state) {
		Path file = PrivateFile.writtenOnce(state.path().resolve("secrets.json"),
				() -> JSON.writeValueAsString(new Secrets("admin", random(), random())));
		return JSON.readValue(file, Secrets.class);
	}

	private static String random() {
		byte[] bytes = new byte[RANDOM_BYTES];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	@Override
	public String toString() {
		return "Secrets[" + this.adminUser + "]";
	}

}
