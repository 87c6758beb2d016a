package io.bgvbridge.sandbox.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.bgvbridge.sandbox.springverify.Delivery;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;

/**
 * One measured sweep: the same new orders first without it and then during it.
 */
final class Reconciliation {

	private static final int IN_PROGRESS = 0;

	/** Calls a second that a sweep makes at most, or little more. */
	private static final int ONE_AFTER_THE_OTHER = 10;

	/** So far apart, orders do not meet. */
	private static final Duration FAR_APART = Duration.ofSeconds(1);

	private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);

	private final LocalProduct product;

	private final SpringVerifySimulator springVerify;

	private final Walk walk;

	private final int rate;

	Reconciliation(LocalProduct product, Walk walk, int rate) {
		this.product = product;
		this.springVerify = product.springVerify();
		this.walk = walk;
		this.rate = rate;
	}

	/**
	 * Measures.
	 * @param checks open checks
	 * @param changed how many of them change without a callback
	 * @param orders new orders during the sweep, and as many before
	 * @throws WalkFailure if a bound is broken
	 */
	void measure(int checks, int changed, int orders) {
		Connected connected = this.walk.gateway()
			.connect(this.walk.addresses().connection("bench", this.walk.provider().connection()));
		String typeId = this.walk.ashby().assessmentType();
		long first = this.springVerify.seed(checks);
		this.walk.note(counted(checks) + " candidates are at SpringVerify, from " + first);
		Duration spacing = spacing(checks, changed, orders);
		new NewOrders(this.walk, this.springVerify, typeId).warmUp();
		NewOrders without = new NewOrders(this.walk, this.springVerify, typeId);
		Duration apart = (spacing.compareTo(FAR_APART) < 0) ? spacing : FAR_APART;
		this.walk.note(orders + " orders without a sweep, one every " + apart.toMillis() + " ms");
		without.place(orders, apart);
		without.awaitAll();
		try (OpenChecks open = OpenChecks.in(this.product, connected.connectionId())) {
			open.insert(checks, first);
			this.walk.note(counted(checks) + " open checks are in the verification service's database");
			change(checks, changed, first);
			this.walk.note(changed + " of them changed at SpringVerify without a callback");
			sweep(open, new NewOrders(this.walk, this.springVerify, typeId), without,
					new Plan(checks, changed, orders, first, spacing));
		}
	}

	private void sweep(OpenChecks open, NewOrders during, NewOrders without, Plan plan) {
		open.awaitQuiet(() -> "the connection's work to be done");
		this.product.calls().clear();
		Instant begin = Instant.now();
		open.sweepNow();
		this.walk.note("the sweep is due");
		Thread orders = Thread.ofVirtual().name("new-orders").start(() -> during.place(plan.orders(), plan.spacing()));
		SweepCalls calls = awaitEnd(open, plan);
		Duration took = Duration.between(begin, calls.last());
		join(orders);
		during.awaitAll();
		print(calls, plan, took);
		this.walk.journal()
			.say("new orders, from Start to the order at the provider: " + during.times() + " during the sweep; "
					+ without.times() + " without; medians " + ratio(during, without));
		bound(calls, plan).require(calls, open.inProgress());
	}

	/** Waits until nothing is due any more, and tells how far it has come. */
	private SweepCalls awaitEnd(OpenChecks open, Plan plan) {
		Instant[] told = { Instant.now() };
		open.awaitQuiet(() -> {
			SweepCalls calls = SweepCalls.of(this.product.calls(), plan.first() + plan.checks());
			if (told[0].plus(PROGRESS_EVERY).isBefore(Instant.now())) {
				told[0] = Instant.now();
				this.walk.note("pages read: " + calls.pages() + " of about " + pages(calls) + ", changed checks read: "
						+ calls.reads());
			}
			return "the sweep to end";
		});
		this.walk.note("the sweep is over");
		return SweepCalls.of(this.product.calls(), plan.first() + plan.checks());
	}

	private void print(SweepCalls calls, Plan plan, Duration took) {
		Journal journal = this.walk.journal();
		calls.byPath().forEach((path, count) -> journal.say(String.format(Locale.ROOT, "%8d  %s", count, path)));
		journal.say(bound(calls, plan).told(calls));
		journal.say(String.format(Locale.ROOT, "time: %.1f s for %s open checks", took.toMillis() / 1e3,
				counted(plan.checks())));
	}

	private SweepBound bound(SweepCalls calls, Plan plan) {
		return new SweepBound(pages(calls), plan.changed(), this.rate);
	}

	private void change(int checks, int changed, long first) {
		for (int i = 0; i < changed; i++) {
			this.springVerify.setStatus(first + (long) i * checks / changed, IN_PROGRESS, Delivery.NONE);
		}
	}

	private long pages(SweepCalls calls) {
		return Math.ceilDiv(this.springVerify.candidateCount(), calls.pageSize());
	}

	/**
	 * The new orders are spread over the sweep, which reads its pages one after the other
	 * and so has a pace of its own where the limit is high.
	 */
	private Duration spacing(int checks, int changed, int orders) {
		int calls = checks / SweepCalls.USUAL_PAGE + changed;
		return Duration.ofMillis(Math.max(100, 800L * calls / Math.min(this.rate, ONE_AFTER_THE_OTHER) / orders));
	}

	private static String ratio(NewOrders during, NewOrders without) {
		return String.format(Locale.ROOT, "%.2f : 1",
				(double) during.median().toMillis() / without.median().toMillis());
	}

	private static String counted(int number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WalkFailure("interrupted");
		}
	}

	/**
	 * What is measured.
	 *
	 * @param checks open checks
	 * @param changed how many of them changed
	 * @param orders new orders during the sweep
	 * @param first candidate of the first check; the others follow
	 * @param spacing time between two new orders
	 */
	private record Plan(int checks, int changed, int orders, long first, Duration spacing) {
	}

}
