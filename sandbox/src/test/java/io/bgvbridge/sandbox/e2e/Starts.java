package io.bgvbridge.sandbox.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.ashby.Outcome;

/**
 * A recruiter who presses Start on one candidate after the other, over several gateways
 * in turn, and who presses again where no gateway took it.
 */
final class Starts implements AutoCloseable {

	private static final int PATIENCE = 200;

	private static final Duration BREATH = Duration.ofMillis(100);

	private final Product product;

	private final String typeId;

	private final int most;

	private final Map<Assessment, Candidate> taken = new LinkedHashMap<>();

	private final AtomicInteger repeats = new AtomicInteger();

	private final Thread thread;

	private volatile Duration spacing;

	private volatile List<URI> gateways;

	private volatile boolean ended;

	private volatile boolean gaveUp;

	private int turn;

	Starts(Product product, Duration spacing, int most) {
		this.product = product;
		this.typeId = product.typeId();
		this.spacing = spacing;
		this.most = most;
		this.gateways = List.of(product.gateway());
		this.thread = Thread.ofVirtual().name("recruiter").start(this::run);
	}

	/** Uses these gateways from now on. */
	void through(List<URI> instances) {
		this.gateways = List.copyOf(instances);
	}

	/** Rests that long between two candidates from now on. */
	void every(Duration rest) {
		this.spacing = rest;
	}

	/** Waits for that many more, or for the end. */
	void awaitMore(int count) {
		int enough = count() + count;
		Product.until(enough + " starts", Duration.ofSeconds(60), this::count,
				(found) -> found >= enough || !this.thread.isAlive());
		if (this.gaveUp) {
			throw new AssertionError("No gateway takes a start");
		}
	}

	synchronized int count() {
		return this.taken.size();
	}

	/** How often Start was pressed again. */
	int repeats() {
		return this.repeats.get();
	}

	/** Presses Start no more. */
	@Override
	public void close() {
		this.ended = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What was started so far. */
	synchronized Map<Assessment, Candidate> taken() {
		return new LinkedHashMap<>(this.taken);
	}

	private void run() {
		try {
			while (!this.ended && count() < this.most) {
				start(this.product.person());
				Thread.sleep(this.spacing);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void start(Candidate person) throws InterruptedException {
		for (int pressed = 0; pressed < PATIENCE; pressed++) {
			this.product.through(this.gateways.get(this.turn++ % this.gateways.size()));
			Outcome outcome = this.product.ashby.recruiter().start(this.typeId, person.id());
			if (outcome instanceof Outcome.Accepted accepted) {
				keep(accepted.assessment(), person);
				return;
			}
			this.repeats.incrementAndGet();
			Thread.sleep(BREATH);
		}
		this.gaveUp = true;
		this.ended = true;
	}

	private synchronized void keep(Assessment assessment, Candidate person) {
		this.taken.put(assessment, person);
	}

}
