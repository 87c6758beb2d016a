package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.ashby.Outcome;
import io.bgvbridge.sandbox.springverify.Delivery;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.stack.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random interleavings of start, repeated start, cancel, completion, and late and
 * duplicate callbacks: every attempt is ordered once at most, and what Ashby was told of
 * it is what somebody would have told who does one thing after another. Repeat a failure
 * with {@code -Dinterleavings.seed}.
 */
class InterleavingsIT {

	private static final int CASES = 60;

	private static final int AT_ONCE = 12;

	/** SpringVerify's code while the candidate has to fill in the form. */
	private static final int AWAITING_INPUT = 3;

	private static final int FORM = -1;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Product product = Product.running();

	private final String type = this.product.typeId();

	@BeforeEach
	void acceptDuplicates() {
		// An attempt after another is for the same person; no 409 may save anybody.
		this.product.springVerify.acceptDuplicates(true);
	}

	@Test
	void orderOnceAndTellAshbyOneStory() throws Exception {
		long seed = Long.getLong("interleavings.seed", 20_261_122L);
		List<Candidate> people = new ArrayList<>();
		for (int i = 0; i < CASES; i++) {
			people.add(this.product.person());
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Future<?>> cases = new ArrayList<>();
			for (int i = 0; i < CASES; i++) {
				long caseSeed = seed + i;
				Candidate person = people.get(i);
				cases.add(threads.submit(() -> new Case(person, caseSeed).play()));
			}
			for (Future<?> one : cases) {
				one.get();
			}
		}
	}

	/**
	 * One person, and everything that happens to their check.
	 */
	private final class Case {

		private final Candidate person;

		private final long seed;

		private final Random random;

		private final Set<String> ids = new LinkedHashSet<>();

		private final List<String> story = new ArrayList<>();

		private String current = "";

		/**
		 * Whether the current id must be given to a start, as far as anybody can know.
		 */
		private boolean certainlyOpen;

		private boolean certainlyClosed = true;

		Case(Candidate person, long seed) {
			this.person = person;
			this.seed = seed;
			this.random = new Random(seed);
		}

		void play() {
			try {
				start();
				int steps = 5 + this.random.nextInt(8);
				for (int i = 0; i < steps; i++) {
					step();
				}
				settle();
				repeatCallbacks();
				judge();
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError("seed " + this.seed + ": " + this.story + ": " + ex.getMessage(), ex);
			}
		}

		private void step() {
			switch (this.random.nextInt(10)) {
				case 0, 1 -> start();
				case 2 -> startTwiceAtOnce();
				case 3, 4 -> cancel();
				case 5 -> atProvider("form", FORM);
				case 6, 7 -> atProvider("completed", 1);
				case 8 -> atProvider("regraded", 6);
				default -> pause(this.random.nextInt(400));
			}
		}

		private void start() {
			accept(startOnce());
		}

		private void startTwiceAtOnce() {
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				Future<String> one = threads.submit(this::startOnce);
				Future<String> two = threads.submit(this::startOnce);
				String first = one.get();
				String second = two.get();
				if (this.certainlyOpen || this.certainlyClosed) {
					assertThat(second).as("two starts at once").isEqualTo(first);
				}
				// The one that met the closing check counts as the earlier.
				boolean crossed = !this.ids.contains(first) && this.ids.contains(second);
				accept(crossed ? second : first);
				accept(crossed ? first : second);
			}
			catch (InterruptedException | java.util.concurrent.ExecutionException ex) {
				throw new AssertionError(ex);
			}
		}

		private String startOnce() {
			Outcome outcome = InterleavingsIT.this.product.ashby.recruiter()
				.start(InterleavingsIT.this.type, this.person.id());
			if (outcome instanceof Outcome.Accepted accepted) {
				return accepted.assessment().assessmentId();
			}
			throw new AssertionError("a start was answered " + outcome);
		}

		private void accept(String id) {
			this.story.add("start=" + id.substring(id.length() - 4));
			if (this.certainlyOpen) {
				assertThat(id).as("a start of an open check").isEqualTo(this.current);
			}
			else if (this.certainlyClosed) {
				assertThat(this.ids).as("a start after a cancel").doesNotContain(id);
			}
			if (this.ids.add(id)) {
				this.current = id;
				this.certainlyOpen = true;
			}
			this.certainlyClosed = false;
		}

		private void cancel() {
			this.story.add("cancel");
			Outcome outcome = InterleavingsIT.this.product.ashby.recruiter().cancel(this.current);
			assertThat(outcome).as("cancel of %s", this.current).isInstanceOf(Outcome.Accepted.class);
			this.certainlyOpen = false;
			this.certainlyClosed = true;
		}

		/**
		 * The provider moves some attempt of this person, and calls back when it likes.
		 */
		private void atProvider(String what, int code) {
			List<ProviderCandidate> orders = orders();
			if (orders.isEmpty()) {
				return;
			}
			ProviderCandidate order = orders.get(this.random.nextInt(orders.size()));
			Delivery delivery = new Delivery(1 + this.random.nextInt(2), Duration.ofMillis(this.random.nextInt(300)),
					true);
			if (code != FORM) {
				this.certainlyOpen = this.certainlyOpen && !this.current.equals(order.orderId());
				InterleavingsIT.this.product.springVerify.setStatus(order.id(), code, delivery);
				this.story.add(what);
			}
			else if (order.code() == AWAITING_INPUT) {
				InterleavingsIT.this.product.springVerify.submitForm(order.id(), delivery);
				this.story.add(what);
			}
		}

		/** The last attempt comes to an end, one way or the other. */
		private void settle() {
			this.story.add("settle");
			Product.until("an end of " + this.current, PATIENCE, () -> {
				for (ProviderCandidate order : InterleavingsIT.this.product.springVerify.findByOrderId(this.current)) {
					if (order.code() != 1 && order.code() != 6) {
						InterleavingsIT.this.product.springVerify.setStatus(order.id(), 1);
					}
				}
				pause(250);
				return this.ids.stream().allMatch(this::isTold);
			}, (told) -> told);
		}

		/** Whether Ashby shows the end that the verification has come to. */
		private boolean isTold(String id) {
			JsonNode verification = verification(id);
			Assessment seen = inAshby(id);
			String state = verification.path("state").asString();
			return switch (state) {
				case "CANCELLED" -> seen.state().equals("cancelled");
				case "COMPLETED_CLEAR" -> seen.state().equals("complete") && "Completed".equals(seen.result().text());
				case "COMPLETED_EXCEPTION" ->
					seen.state().equals("complete") && "Completed with exception".equals(seen.result().text());
				default -> false;
			};
		}

		/** What the provider said last, it says again, of every attempt. */
		private void repeatCallbacks() {
			List<Integer> before = quiet();
			for (ProviderCandidate order : orders()) {
				InterleavingsIT.this.product.springVerify.setStatus(order.id(), order.code(), Delivery.TWICE);
			}
			assertThat(quiet()).as("updates before and after the callbacks came again").isEqualTo(before);
		}

		/**
		 * Updates that Ashby has had, once none came for a while: a start that was
		 * repeated late is answered by one more.
		 */
		private List<Integer> quiet() {
			List<Integer> updates = updates();
			List<Integer> before;
			do {
				before = updates;
				pause(1_500);
				updates = updates();
			}
			while (!updates.equals(before) || isAnythingToDo());
			return updates;
		}

		private boolean isAnythingToDo() {
			String open = "select kind from work where wanted > done and subject_id in ('"
					+ String.join("','", this.ids) + "')";
			return !InterleavingsIT.this.product.rows(Service.VERIFICATION, open).isEmpty()
					|| !InterleavingsIT.this.product.rows(Service.SYNC, open).isEmpty();
		}

		private List<Integer> updates() {
			return this.ids.stream().map((id) -> inAshby(id).updatesReceived()).toList();
		}

		private void judge() {
			for (String id : this.ids) {
				assertThat(InterleavingsIT.this.product.springVerify.findByOrderId(id)).as("orders of %s", id)
					.hasSizeLessThanOrEqualTo(1);
				AshbyHistory.requireSequential(inAshby(id));
				assertThat(isTold(id)).as("%s stays as it ended", id).isTrue();
			}
			assertThat(orders()).extracting(ProviderCandidate::orderId).isSubsetOf(this.ids).doesNotHaveDuplicates();
		}

		private List<ProviderCandidate> orders() {
			return InterleavingsIT.this.product.springVerify.findByEmail(this.person.email());
		}

		private JsonNode verification(String id) {
			return InterleavingsIT.this.product.operator().get("/api/verifications/" + id).json(200);
		}

		private Assessment inAshby(String id) {
			Assessment seen = InterleavingsIT.this.product.ashby.assessment(id);
			if (seen == null) {
				throw new AssertionError("Ashby does not know " + id);
			}
			return seen;
		}

		private void pause(int millis) {
			try {
				Thread.sleep(millis);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError(ex);
			}
		}

	}

}
