package io.bgvbridge.sandbox.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The console's pages timed with many checks, and then with few.
 */
final class PageTimes {

	/** What few are. */
	private static final int FEW = 1000;

	private static final int WARM_UP = 20;

	private static final Duration LONGEST = Duration.ofSeconds(15);

	private static final int CONNECTIONS = 8;

	private static final double COMPARABLE = 3;

	/** In milliseconds. */
	private static final double UNNOTICED = 50;

	private final LocalProduct product;

	private final Journal journal;

	PageTimes(LocalProduct product, Journal journal) {
		this.product = product;
		this.journal = journal;
	}

	/**
	 * Measures.
	 * @param checks how many are many
	 * @param rounds how often each page is asked for
	 * @throws WalkFailure if a page takes much longer with many checks
	 */
	void measure(int checks, int rounds) {
		List<String> connections = connections();
		ConsoleVisitor visitor = ConsoleVisitor.signedIn(this.product.addresses().gateway(), this.product.operator());
		try (MadeUpChecks database = MadeUpChecks.in(this.product, connections)) {
			database.learn(started(), started());
			Map<String, Double> many = times(database, checks, visitor, rounds);
			// After, so that whatever warms up with time is to the disadvantage of the
			// many.
			Map<String, Double> few = times(database, FEW, visitor, rounds);
			tell(many, few, checks);
		}
	}

	/** Connections of different sizes; the last two are to other providers. */
	private List<String> connections() {
		List<String> made = new ArrayList<>();
		for (int i = 1; i <= CONNECTIONS; i++) {
			made.add(connection(ProviderKind.SPRINGVERIFY, "Bench " + i));
		}
		made.add(connection(ProviderKind.CHECKR, "Bench Checkr"));
		connection(ProviderKind.STACKONE, "Bench StackOne");
		connection(ProviderKind.SPRINGVERIFY, "Bench people");
		return made;
	}

	private String connection(ProviderKind kind, String name) {
		Walk walk = new Walk(this.product.addresses(), this.product.operator(), kind, this.journal);
		return walk.gateway().connect(walk.addresses().connection(name, walk.provider().connection())).connectionId();
	}

	/** A check of somebody of that name, with which the search can be filled. */
	private String started() {
		Walk walk = new Walk(this.product.addresses(), this.product.operator(), ProviderKind.SPRINGVERIFY,
				this.journal);
		AshbyDesk ashby = walk.ashby();
		return ashby.start(ashby.assessmentType(), ashby.candidate(Person.random(new Random())));
	}

	private Map<String, Double> times(MadeUpChecks database, int checks, ConsoleVisitor visitor, int rounds) {
		database.refill(checks, this.journal);
		ConsolePages pages = ConsolePages.of(database.connections(), database.middle());
		Map<String, Double> medians = new LinkedHashMap<>();
		pages.paths().forEach((name, path) -> {
			double median = median(visitor, path, rounds);
			medians.put(name, median);
			this.journal.note(String.format(Locale.ROOT, "%,d checks: %s: median %.1f ms", checks, name, median));
		});
		return medians;
	}

	/** Infinite for a page that fails, as one does that takes too long. */
	private double median(ConsoleVisitor visitor, String path, int rounds) {
		try {
			askFor(visitor, path, WARM_UP);
			List<Duration> times = askFor(visitor, path, rounds);
			return times.stream().sorted().toList().get(times.size() / 2).toNanos() / 1e6;
		}
		catch (WalkFailure ex) {
			this.journal.note(String.valueOf(ex.getMessage()));
			return Double.POSITIVE_INFINITY;
		}
	}

	/** As often as that, or as often as there is time for. */
	private static List<Duration> askFor(ConsoleVisitor visitor, String path, int times) {
		List<Duration> took = new ArrayList<>();
		Duration all = Duration.ZERO;
		while (took.isEmpty() || (took.size() < times && all.compareTo(LONGEST) < 0)) {
			took.add(visitor.time(path));
			all = all.plus(took.getLast());
		}
		return took;
	}

	private void tell(Map<String, Double> many, Map<String, Double> few, int checks) {
		this.journal.say(String.format(Locale.ROOT, "%nmedian of each page%46s%,14d%,10d     ratio", "", checks, FEW));
		List<String> slow = new ArrayList<>();
		many.forEach((name, time) -> {
			double base = few.getOrDefault(name, 0.0);
			this.journal
				.say(String.format(Locale.ROOT, "  %-62s%9.1f ms%7.1f ms%10.2f", name, time, base, time / base));
			if (time > base * COMPARABLE && time > base + UNNOTICED) {
				slow.add(name);
			}
		});
		if (!slow.isEmpty()) {
			throw new WalkFailure("not comparable: " + String.join("; ", slow));
		}
	}

}
