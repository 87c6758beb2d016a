package io.bgvbridge.sandbox.ashby;

import java.util.List;

/**
 * One field that the partner wants filled in before Start.
 *
 * @param id key in {@code additional_fields}
 * @param name shown to the administrator
 * @param type one of Ashby's types of custom fields
 * @param possibleValues the choices of the two select types, else empty
 * @param isRequired whether it must be filled in
 */
public record CustomField(String id, String name, String type, List<Choice> possibleValues, boolean isRequired) {

	/** One choice: the key is sent back, the value is shown. */
	public record Choice(String key, String value) {
	}

}
