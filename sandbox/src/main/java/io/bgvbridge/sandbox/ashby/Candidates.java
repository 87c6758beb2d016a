package io.bgvbridge.sandbox.ashby;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;

/** The organisation's candidates: a few made-up ones, and those that were added. */
final class Candidates {

	private static final int MOST = 100_000;

	private final Map<String, Candidate> byId = new LinkedHashMap<>();

	private final Map<String, Candidate> byApplication = new LinkedHashMap<>();

	Candidates() {
		seed(1, "Meera", "Nair", "+91 98765 43210");
		seed(2, "Rohan", "Iyer", "098765-43211");
		seed(3, "Kavya", "Reddy", "9876543212");
		seed(4, "Arjun", "Mehta", "+91-98765-43213");
		seed(5, "Divya", "Menon", null);
		seed(6, "Sanjay", "Pillai", "(+91) 98765.43215");
		seed(7, "Leela", "Das", "080 2345 6789");
	}

	synchronized Candidate add(String firstName, String lastName, String email, @Nullable String phone) {
		return keep(new Candidate(UUID.randomUUID().toString(), firstName, lastName, email, phone,
				UUID.randomUUID().toString()));
	}

	synchronized List<Candidate> list() {
		return List.copyOf(this.byId.values());
	}

	synchronized @Nullable Candidate find(String id) {
		return this.byId.get(id);
	}

	synchronized @Nullable Candidate findByApplication(String applicationId) {
		return this.byApplication.get(applicationId);
	}

	private void seed(int number, String firstName, String lastName, @Nullable String phone) {
		String email = (firstName + "." + lastName + "@example.com").toLowerCase(Locale.ROOT);
		keep(new Candidate(id("ca", number), firstName, lastName, email, phone, id("a9", number)));
	}

	private Candidate keep(Candidate candidate) {
		if (this.byId.size() >= MOST) {
			throw new Refused(507, "The sandbox holds at most " + MOST + " candidates");
		}
		this.byId.put(candidate.id(), candidate);
		this.byApplication.put(candidate.applicationId(), candidate);
		return candidate;
	}

	private static String id(String prefix, int number) {
		return "%s000000-0000-4000-8000-%012d".formatted(prefix, number);
	}

}
