package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.stackone.ScreeningOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The provider takes the order, and its answer is lost: by a time-out, a reset or an
 * error, over many seeded runs. There is one order in the end, or an operator's question.
 * {@code -Dlostanswers.seed} picks another seed.
 */
class LostAnswerIT {

	private static final int RUNS = 200;

	private static final long SEED = Long.getLong("lostanswers.seed", 20261122);

	/** A little longer than a call may take. */
	private static final Duration TOO_LONG = Duration.ofMillis(3_400);

	private final Product product = Product.running();

	@AfterEach
	void endFaults() {
		this.product.vendors.faults().clear();
	}

	@Test
	void leavesOneOrderAtSpringVerify() {
		this.product.springVerify.acceptDuplicates(true);
		strike("springverify", "candidate/add");

		Map<Assessment, Candidate> started = startAll();

		requireOneOrderEach(started,
				(assessment) -> this.product.springVerify.findByOrderId(assessment.assessmentId())
					.stream()
					.map((order) -> Long.toString(order.id()))
					.toList());
	}

	@Test
	void leavesOneInvitationAtCheckr() {
		this.product.checkr.rateLimit(1_000_000, Duration.ofMinutes(1));
		this.product.use(this.product.connectCheckr("Lost answers"));
		strike("checkr", "v1/invitations");

		Map<Assessment, Candidate> started = startAll();

		requireOneOrderEach(started,
				(assessment) -> this.product.checkr.findByTag("order:" + assessment.assessmentId())
					.stream()
					.map((invitation) -> invitation.id())
					.toList());
		assertThat(started.values()).allSatisfy((person) -> assertThat(this.product.checkr.candidates()
			.stream()
			.filter((candidate) -> person.email().equals(candidate.email()))).as("Checkr's candidates").hasSize(1));
	}

	@Test
	void asksAnOperatorWhereStackOneCannotBeAsked() {
		this.product.use(this.product.connectStackOne("Lost answers"));

		linksTheOrderThatTheOperatorNames();
		linksTheOrderThatItsEventNames();
		ordersWhatTheOperatorMissedAtStackOne();
	}

	private void linksTheOrderThatTheOperatorNames() {
		Candidate person = this.product.person();
		Assessment asked = ask(person, FaultKind.ERROR_AFTER_COMMIT);
		ScreeningOrder order = orderOf(person);

		resolve(asked, Map.of("link", order.id()));

		this.product.verification(asked, "providerReference", order.id()::equals);
		this.product.stackOne.setStatus(order.id(), "completed");
		this.product.inAshby(asked, (seen) -> seen.state().equals("complete"));
		assertThat(orderOf(person)).isNotNull();
	}

	private void linksTheOrderThatItsEventNames() {
		Candidate person = this.product.person();
		Assessment asked = ask(person, FaultKind.RESET_AFTER_COMMIT);

		this.product.stackOne.setStatus(orderOf(person).id(), "completed");

		this.product.inAshby(asked, (seen) -> seen.state().equals("complete"));
		this.product.verification(asked, "providerReference", orderOf(person).id()::equals);
	}

	private void ordersWhatTheOperatorMissedAtStackOne() {
		Candidate person = this.product.person();
		Assessment asked = ask(person, FaultKind.RESET_BEFORE);
		assertThat(this.product.stackOne.findByEmail(person.email())).isEmpty();

		resolve(asked, Map.of("orderAgain", true));

		this.product.verification(asked, "providerReference", (reference) -> !reference.isEmpty());
		assertThat(this.product.stackOne.findByEmail(person.email())).hasSize(1);
	}

	/** Starts a check whose answer is lost, and waits for the operators' question. */
	private Assessment ask(Candidate person, FaultKind kind) {
		this.product.vendors.faults().add(Fault.of("stackone", kind).on("screening/orders"));
		Assessment started = this.product.start(person);
		Product.until("the question", Duration.ofSeconds(30),
				() -> this.product.operator().get("/api/failures").json(200),
				(failures) -> failures.path("results")
					.valueStream()
					.anyMatch((failure) -> failure.path("assessmentId").asString("").equals(started.assessmentId())
							&& failure.path("reason").asString("").equals("OUTCOME_UNKNOWN")));
		return started;
	}

	private void resolve(Assessment assessment, Map<String, ?> answer) {
		this.product.operator().post("/api/verifications/" + assessment.assessmentId() + "/resolve", answer).json(202);
	}

	private ScreeningOrder orderOf(Candidate person) {
		List<ScreeningOrder> orders = this.product.stackOne.findByEmail(person.email());
		assertThat(orders).hasSize(1);
		return orders.getFirst();
	}

	/** Two answers of five are lost, in an order that the seed decides. */
	private void strike(String vendor, String operation) {
		Random random = new Random(SEED);
		for (int i = 0; i < RUNS; i++) {
			Fault fault = switch (random.nextInt(10)) {
				case 0 -> Fault.of(vendor, FaultKind.TIMEOUT_AFTER_COMMIT).withDelay(TOO_LONG);
				case 1 -> Fault.of(vendor, FaultKind.ERROR_AFTER_COMMIT);
				case 2 -> Fault.of(vendor, FaultKind.RESET_AFTER_COMMIT);
				case 3 -> Fault.of(vendor, FaultKind.RESET_BEFORE);
				default -> Fault.of(vendor, FaultKind.DELAY).withDelay(Duration.ofMillis(1 + random.nextInt(50)));
			};
			this.product.vendors.faults().add(fault.on(operation));
		}
	}

	private Map<Assessment, Candidate> startAll() {
		Map<Assessment, Candidate> started = new LinkedHashMap<>();
		for (int i = 0; i < RUNS; i++) {
			Candidate person = this.product.person();
			started.put(this.product.start(person), person);
		}
		return started;
	}

	private void requireOneOrderEach(Map<Assessment, Candidate> started, Function<Assessment, List<String>> orders) {
		List<Assessment> open = new ArrayList<>(started.keySet());
		Product.until("every order to be linked, seed " + SEED, Duration.ofMinutes(4), () -> {
			open.removeIf(this::isLinked);
			return open.size();
		}, (left) -> left == 0);
		assertThat(started.keySet()).allSatisfy((assessment) -> {
			JsonNode verification = view(assessment);
			assertThat(orders.apply(assessment)).as("orders of %s, seed %d", assessment.assessmentId(), SEED)
				.containsExactly(verification.path("providerReference").asString());
		});
	}

	private boolean isLinked(Assessment assessment) {
		return !view(assessment).path("providerReference").asString("").isEmpty();
	}

	private JsonNode view(Assessment assessment) {
		return this.product.operator().get("/api/verifications/" + assessment.assessmentId()).json(200);
	}

}
