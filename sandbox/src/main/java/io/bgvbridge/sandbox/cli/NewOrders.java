package io.bgvbridge.sandbox.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;

/**
 * Checks that a recruiter starts one after the other, and how long each took to become an
 * order.
 */
final class NewOrders {

	private static final int WARM_UP = 10;

	private final Walk walk;

	private final SpringVerifySimulator springVerify;

	private final String typeId;

	private final Random random = new Random();

	private final Map<Person, Instant> started = new LinkedHashMap<>();

	private List<Duration> took = List.of();

	NewOrders(Walk walk, SpringVerifySimulator springVerify, String typeId) {
		this.walk = walk;
		this.springVerify = springVerify;
		this.typeId = typeId;
	}

	/**
	 * A few orders that are not measured, because what runs for the first time is slow.
	 */
	void warmUp() {
		place(WARM_UP, Duration.ZERO);
		awaitAll();
	}

	/** Starts that many, at equal distances. */
	void place(int count, Duration spacing) {
		Rest rest = this.walk.ashby().rest();
		for (int i = 0; i < count; i++) {
			Person person = Person.random(this.random);
			String candidateId = this.walk.ashby().candidate(person);
			Instant now = Instant.now();
			rest.post("/ui/start", Map.of("assessmentTypeId", this.typeId, "candidateId", candidateId));
			synchronized (this) {
				this.started.put(person, now);
			}
			pause(spacing.minus(Duration.between(now, Instant.now())));
		}
	}

	/** Waits until each is an order at the provider. */
	synchronized void awaitAll() {
		this.took = this.started.entrySet()
			.stream()
			.map((entry) -> Duration.between(entry.getValue(), ordered(entry.getKey()).initiatedAt()))
			.sorted()
			.toList();
	}

	Duration median() {
		return this.took.get(this.took.size() / 2);
	}

	/** The distribution in words. */
	String times() {
		return String.format(Locale.ROOT, "median %d ms, slowest %d ms", median().toMillis(),
				this.took.getLast().toMillis());
	}

	private ProviderCandidate ordered(Person person) {
		return this.walk
			.until("the order for a new candidate", () -> this.springVerify.findByEmail(person.email()),
					(found) -> !found.isEmpty())
			.getLast();
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time.isNegative() ? Duration.ZERO : time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
