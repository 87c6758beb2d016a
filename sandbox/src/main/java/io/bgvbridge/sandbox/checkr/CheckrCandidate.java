package io.bgvbridge.sandbox.checkr;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person at Checkr.
 *
 * @param id candidate id
 * @param email e-mail address, null once erased
 * @param firstName first name, or null
 * @param lastName last name, or null
 * @param phone phone, or null
 * @param customId the company's own id, or null
 * @param metadata what the company sent along
 * @param createdAt when it was made
 */
public record CheckrCandidate(String id, @Nullable String email, @Nullable String firstName, @Nullable String lastName,
		@Nullable String phone, @Nullable String customId, JsonNode metadata, Instant createdAt) {

	/** The name as far as it is known; says so of an erased person. */
	String name() {
		if (this.email == null) {
			return "erased";
		}
		String name = Stream.of(this.firstName, this.lastName)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return name.isEmpty() ? this.email : name;
	}

	boolean hasEmail(String wanted) {
		return wanted.equalsIgnoreCase(this.email);
	}

	CheckrCandidate erased() {
		return new CheckrCandidate(this.id, null, null, null, null, this.customId, this.metadata, this.createdAt);
	}

	@Override
	public String toString() {
		return "CheckrCandidate[id=" + this.id + "]";
	}

}
