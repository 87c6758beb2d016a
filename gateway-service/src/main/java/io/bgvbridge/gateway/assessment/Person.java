package io.bgvbridge.gateway.assessment;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is checked, by name and e-mail, in the JSON that is sealed into rows and records.
 *
 * @param firstName first name
 * @param lastName last name; empty for people with one name
 * @param email e-mail address; empty if it is still to be found
 */
record Person(String firstName, String lastName, String email) {

	private static final JsonMapper json = new JsonMapper();

	static Person of(StartVerification start) {
		return new Person(start.firstName(), start.lastName(), start.email());
	}

	static Person read(byte[] plain) {
		return json.readValue(plain, Person.class);
	}

	byte[] bytes() {
		return json.writeValueAsBytes(this);
	}

	/** With the phone as somebody typed it, and the name of what is ordered. */
	static byte[] forRecord(StartVerification start, @Nullable String phone, String packageName) {
		return json
			.writeValueAsBytes(new Ordered(start.firstName(), start.lastName(), start.email(), phone, packageName));
	}

	/**
	 * Names nobody.
	 */
	@Override
	public String toString() {
		return "Person";
	}

	/**
	 * A person whom a provider can call, and what is ordered.
	 *
	 * @param firstName first name
	 * @param lastName last name
	 * @param email e-mail address
	 * @param phone phone number as somebody typed it
	 * @param packageName name of what is ordered
	 */
	private record Ordered(String firstName, String lastName, String email, @Nullable String phone,
			String packageName) {

	}

}
