package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/** The account's candidates, and the rule against more than two of the same in a day. */
final class Candidates {

	private static final int MOST_ALIKE = 2;

	private static final int MOST = 100_000;

	private final Map<String, CheckrCandidate> byId = new LinkedHashMap<>();

	/** Keeps the candidate of a body that keeps the rules. */
	synchronized CheckrCandidate add(JsonNode body) {
		Instant now = Instant.now();
		String email = body.path("email").stringValue();
		long alike = this.byId.values()
			.stream()
			.filter((known) -> known.hasEmail(email) && known.createdAt().isAfter(now.minus(Duration.ofHours(24))))
			.count();
		if (alike >= MOST_ALIKE) {
			throw CheckrRefusal.of(409, "Too many duplicate candidates in 24 hours");
		}
		if (this.byId.size() >= MOST) {
			throw CheckrRefusal.of(400, "The sandbox holds at most " + MOST + " candidates");
		}
		JsonNode metadata = body.path("metadata");
		CheckrCandidate added = new CheckrCandidate(Ids.next(), email, body.path("first_name").stringValue(null),
				body.path("last_name").stringValue(null), body.path("phone").stringValue(null),
				body.path("custom_id").stringValue(null), metadata.isObject() ? metadata : Json.object(), now);
		this.byId.put(added.id(), added);
		return added;
	}

	/**
	 * A candidate.
	 * @throws CheckrRefusal with 404 when there is none
	 */
	synchronized CheckrCandidate required(String id) {
		CheckrCandidate known = this.byId.get(id);
		if (known == null) {
			throw CheckrRefusal.of(404, "Candidate not found");
		}
		return known;
	}

	/**
	 * Erases the person; what the company sent along stays.
	 * @throws CheckrRefusal with 404 when there is none, with 400 when it was erased
	 * already
	 */
	synchronized CheckrCandidate erase(String id) {
		CheckrCandidate known = required(id);
		if (known.email() == null) {
			throw CheckrRefusal.of(400, "Candidate PII was already removed");
		}
		CheckrCandidate erased = known.erased();
		this.byId.put(id, erased);
		return erased;
	}

	/** Newest first. */
	synchronized List<CheckrCandidate> newest(Predicate<CheckrCandidate> wanted) {
		List<CheckrCandidate> found = new ArrayList<>(this.byId.values().stream().filter(wanted).toList());
		Collections.reverse(found);
		return List.copyOf(found);
	}

}
