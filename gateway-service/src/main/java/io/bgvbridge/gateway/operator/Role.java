package io.bgvbridge.gateway.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What somebody may do; each may do what those before it may.
 */
public enum Role {

	/** Looks. */
	VIEWER,
	/** Acts on checks. */
	OPERATOR,
	/** Makes connections and accounts. */
	ADMINISTRATOR;

	static Optional<Role> of(String code) {
		return Arrays.stream(values()).filter((role) -> role.code().equals(code)).findAny();
	}

	/**
	 * The role's name in requests, claims and pages.
	 * @return one of a closed list, in lower case
	 */
	@JsonValue
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether it may do what another may.
	 * @param other the other role
	 * @return true if it is the same or a higher one
	 */
	public boolean includes(Role other) {
		return compareTo(other) >= 0;
	}

}
