package io.bgvbridge.sandbox.cli;

import java.util.Random;
import java.util.stream.Collectors;

/**
 * A made-up candidate that no other run has.
 *
 * @param firstName first name
 * @param lastName last name
 * @param email e-mail address
 * @param typedPhone the phone as a person typed it into Ashby
 * @param phone the ten digits that SpringVerify must get
 */
record Person(String firstName, String lastName, String email, String typedPhone, String phone) {

	private static final int RANDOM_DIGITS = 9;

	static Person random(Random random) {
		String digits = "9"
				+ random.ints(RANDOM_DIGITS, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
		return new Person("Asha", "Rao", "asha.rao." + digits + "@example.com",
				"+91 " + digits.substring(0, 5) + " " + digits.substring(5), digits);
	}

	String name() {
		return this.firstName + " " + this.lastName;
	}

}
