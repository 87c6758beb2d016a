package io.bgvbridge.gateway.connection;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a request, field by field.
 */
final class Violations {

	private final List<Violation> found = new ArrayList<>();

	void add(String field, String problem) {
		this.found.add(new Violation(field, problem));
	}

	void check(boolean holds, String field, String problem) {
		if (!holds) {
			add(field, problem);
		}
	}

	/**
	 * Ends the request if anything was found.
	 * @throws InvalidConnection with everything that was found
	 */
	void throwIfAny() {
		if (!this.found.isEmpty()) {
			throw new InvalidConnection(List.copyOf(this.found));
		}
	}

	/**
	 * One thing that is wrong.
	 *
	 * @param field path of the field in the request
	 * @param problem what the field must be
	 */
	record Violation(String field, String problem) {

	}

}
