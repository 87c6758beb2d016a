package io.bgvbridge.sandbox.springverify;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The company's candidates, its credits, and the rule against duplicates. That a
 * cancelled or closed candidate may be added again is an assumption: the vendor does not
 * document it.
 */
final class ProviderCandidates {

	private static final int MOST = 300_000;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final NavigableMap<Long, ProviderCandidate> byId = new TreeMap<>();

	private final Map<String, List<Long>> holders = new HashMap<>();

	private long nextId = 918_273;

	private int credits = 100_000;

	private boolean acceptDuplicates;

	/**
	 * Adds the candidate of a body that keeps the rules of form, and takes one credit.
	 */
	synchronized ProviderCandidate add(JsonNode body) {
		JsonNode candidate = body.path("candidate");
		if (!this.acceptDuplicates) {
			refuseDuplicate("candidate.email", key("email", candidate.path("email")));
			refuseDuplicate("candidate.phone", key("phone", candidate.path("phone")));
			refuseDuplicate("candidate.employee_id", key("employee_id", candidate.path("employee_id")));
		}
		if (this.credits == 0 || this.byId.size() >= MOST) {
			throw ProviderRefusal.of(422, "package", "Insufficient credits");
		}
		this.credits--;
		ProviderCandidate added = keep(created(candidate, body.path("package")));
		for (String name : List.of("email", "phone", "employee_id")) {
			String key = key(name, candidate.path(name));
			if (key != null) {
				this.holders.computeIfAbsent(key, (missing) -> new ArrayList<>()).add(added.id());
			}
		}
		return added;
	}

	/**
	 * Adds people that nobody ordered here: without credits, and without a say in who is
	 * a duplicate.
	 * @return the id of the first; the others follow
	 */
	synchronized long seed(int count) {
		long first = this.nextId;
		JsonNode nothing = Json.object();
		Instant now = Instant.now();
		for (long id = first; id < first + count; id++) {
			keep(new ProviderCandidate(id, new UUID(0, id).toString(), "Asha Rao", "seed." + id + "@example.com",
					Long.toString(6_000_000_000L + id), null, 12, 34, nothing, OverallStatus.AWAITING_INPUT, now, null,
					""));
		}
		this.nextId += count;
		return first;
	}

	synchronized ProviderCandidate status(long id, int code) {
		ProviderCandidate known = find(id);
		if (known == null) {
			throw new Refused(404, "No such candidate");
		}
		return keep(known.with(code, Instant.now()));
	}

	/** The two states that follow a filled-in form, in order. */
	synchronized List<ProviderCandidate> submitForm(long id) {
		ProviderCandidate known = find(id);
		if (known != null && known.code() != OverallStatus.AWAITING_INPUT) {
			throw new Refused(409, "No form is awaited");
		}
		return List.of(status(id, OverallStatus.PROCESSING), status(id, OverallStatus.IN_PROGRESS));
	}

	synchronized @Nullable ProviderCandidate find(long id) {
		return this.byId.get(id);
	}

	ProviderCandidate required(long id) {
		ProviderCandidate candidate = find(id);
		if (candidate == null) {
			throw ProviderRefusal.message(404, "Candidate not found");
		}
		return candidate;
	}

	/** Newest first. */
	synchronized List<ProviderCandidate> newest(Predicate<ProviderCandidate> wanted, int offset, int limit) {
		Collection<ProviderCandidate> newestFirst = this.byId.descendingMap().values();
		return newestFirst.stream().filter(wanted).skip(offset).limit(limit).toList();
	}

	synchronized int size() {
		return this.byId.size();
	}

	synchronized int credits() {
		return this.credits;
	}

	synchronized void credits(int left) {
		this.credits = left;
	}

	synchronized boolean acceptsDuplicates() {
		return this.acceptDuplicates;
	}

	synchronized void acceptDuplicates(boolean accept) {
		this.acceptDuplicates = accept;
	}

	private ProviderCandidate created(JsonNode candidate, JsonNode order) {
		JsonNode metaData = candidate.path("meta_data");
		return new ProviderCandidate(this.nextId++, UUID.randomUUID().toString(), candidate.path("name").asString(),
				candidate.path("email").asString(), candidate.path("phone").asString(),
				candidate.path("employee_id").stringValue(null), order.path("package_id").intValue(),
				order.path("subtype_id").intValue(), metaData.isObject() ? metaData : Json.object(),
				OverallStatus.AWAITING_INPUT, Instant.now(), null, secret());
	}

	private ProviderCandidate keep(ProviderCandidate candidate) {
		this.byId.put(candidate.id(), candidate);
		return candidate;
	}

	private boolean isBlocking(long id) {
		ProviderCandidate holder = find(id);
		return holder != null && !OverallStatus.isGivenUp(holder.code());
	}

	private void refuseDuplicate(String path, @Nullable String key) {
		if (this.holders.getOrDefault(key, List.of()).stream().anyMatch(this::isBlocking)) {
			throw ProviderRefusal.of(409, path, "Candidate already exists");
		}
	}

	private static @Nullable String key(String name, JsonNode value) {
		return value.isString() ? name + ":" + value.stringValue().toLowerCase(Locale.ROOT) : null;
	}

	private static String secret() {
		byte[] bytes = new byte[24];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
