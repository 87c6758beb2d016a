package io.bgvbridge.gateway.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is checked, in the JSON that is sealed into rows and records.
 */
final class Person {

	private static final JsonMapper json = new JsonMapper();

	private Person() {
	}

	static byte[] forRow(StartVerification start) {
		return json.writeValueAsBytes(new Named(start.firstName(), start.lastName(), start.email()));
	}

	static byte[] forRecord(StartVerification start, @Nullable String phone) {
		return json.writeValueAsBytes(new Reachable(start.firstName(), start.lastName(), start.email(), phone));
	}

	/**
	 * A person by name and e-mail.
	 *
	 * @param firstName first name
	 * @param lastName last name
	 * @param email e-mail address
	 */
	private record Named(String firstName, String lastName, String email) {

	}

	/**
	 * A person whom a provider can call, too.
	 *
	 * @param firstName first name
	 * @param lastName last name
	 * @param email e-mail address
	 * @param phone phone number as somebody typed it
	 */
	@JsonInclude(JsonInclude.Include.ALWAYS)
	private record Reachable(String firstName, String lastName, String email, @Nullable String phone) {

	}

}
