package io.bgvbridge.sandbox.ashby;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.sandbox.http.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's candidates and their applications: a few made-up ones, and those
 * that were added.
 */
final class Candidates {

	private static final int MOST = 100_000;

	private final Map<String, Candidate> byId = new LinkedHashMap<>();

	private final Map<String, Application> applications = new LinkedHashMap<>();

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

	/**
	 * The candidate for a person at the screens.
	 * @throws Refused with 404 when there is none
	 */
	synchronized Candidate shown(String id) {
		Candidate candidate = this.byId.get(id);
		if (candidate == null) {
			throw new Refused(404, "No such candidate");
		}
		return candidate;
	}

	/**
	 * The application for a person at the screens.
	 * @throws Refused with 404 when there is none
	 */
	synchronized Application application(String applicationId) {
		Application application = this.applications.get(applicationId);
		if (application == null) {
			throw new Refused(404, "No such application");
		}
		return application;
	}

	/** The candidate's applications, oldest first. */
	synchronized List<Application> applications(String candidateId) {
		return this.applications.values()
			.stream()
			.filter((application) -> application.candidateId().equals(candidateId))
			.toList();
	}

	synchronized Application move(String applicationId, Stage stage) {
		Application moved = application(applicationId).at(stage);
		this.applications.put(applicationId, moved);
		return moved;
	}

	/** Forgets one candidate; its applications belong to the other from now on. */
	synchronized void merge(String candidateId, String survivor) {
		shown(candidateId);
		shown(survivor);
		if (candidateId.equals(survivor)) {
			throw new Refused(400, "A candidate cannot be merged into itself");
		}
		this.byId.remove(candidateId);
		this.applications.replaceAll((id, application) -> application.candidateId().equals(candidateId)
				? application.ownedBy(survivor) : application);
	}

	synchronized void delete(String candidateId) {
		shown(candidateId);
		this.byId.remove(candidateId);
		this.applications.values().removeIf((application) -> application.candidateId().equals(candidateId));
	}

	/** Whether the candidate was there from the start. */
	static boolean isSeeded(Candidate candidate) {
		return candidate.id().startsWith("ca000000-0000-4000-8000-");
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
		this.applications.put(candidate.applicationId(), Application.begun(candidate));
		return candidate;
	}

	private static String id(String prefix, int number) {
		return "%s000000-0000-4000-8000-%012d".formatted(prefix, number);
	}

}
