package io.bgvbridge.sandbox.e2e;

import java.time.Duration;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.callback.Signing;
import io.bgvbridge.sandbox.http.Hold;
import io.bgvbridge.sandbox.stackone.EventDelivery;
import io.bgvbridge.sandbox.stackone.ScreeningOrder;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks at StackOne, of which only its signed events tell.
 */
class StackOneIT {

	private final Product product = Product.running();

	private final Candidate person = this.product.person();

	@BeforeEach
	void connect() {
		this.product.use(this.product.connectStackOne("Screened"));
	}

	@Test
	void tellsAshbyEachStepAndTheResult() {
		Assessment started = this.product.start(this.person);
		String order = order(started).id();
		this.product.stackOne.setStatus(order, "in_progress",
				EventDelivery.ONCE.spelt(EventDelivery.Spelling.SINGULAR));
		this.product.inAshby(started, (seen) -> "In progress".equals(seen.status()));

		this.product.stackOne.setStatus(order, "completed");

		Assessment seen = this.product.inAshby(started, (shown) -> shown.state().equals("complete"));
		assertThat(seen.resultsReceived()).isOne();
		AshbyHistory.requireSequential(seen);
		Caller.Answer report = this.product.operator().get("/reports/" + started.assessmentId());
		assertThat(report.status()).isEqualTo(303);
		assertThat(report.header("Location")).startsWith(this.product.vendors.url("stackone").toString());
	}

	@Test
	void findsTheOrderByWhateverTheEventNames() {
		Assessment started = this.product.start(this.person);
		String order = order(started).id();
		this.product.stackOne.setStatus(order, "in_progress", EventDelivery.ONCE.without("order_id"));
		this.product.inAshby(started, (seen) -> "In progress".equals(seen.status()));

		this.product.stackOne.setStatus(order, "completed", EventDelivery.ONCE.without("order_id", "remote_id"));

		this.product.inAshby(started, (seen) -> seen.state().equals("complete"));
	}

	@Test
	void keepsAnEventThatComesBeforeTheAnswerToTheOrder() throws InterruptedException {
		Assessment started;
		try (Hold hold = this.product.stackOne.holdAfterCommit()) {
			started = this.product.start(this.person);
			assertThat(hold.awaitReached(Duration.ofSeconds(20))).isTrue();
			String order = this.product.stackOne.findByEmail(this.person.email()).getFirst().id();
			this.product.stackOne.setStatus(order, "completed",
					EventDelivery.ONCE.spelt(EventDelivery.Spelling.BARE).without("unified_custom_fields"));
			Product.until("the event to be taken", Duration.ofSeconds(20), this.product.stackOne::events,
					(events) -> events.stream().anyMatch((event) -> event.orderId().equals(order)));
		}

		this.product.inAshby(started, (seen) -> seen.state().equals("complete"));
		assertThat(this.product.stackOne.findByEmail(this.person.email())).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "UNSIGNED", "WRONG_SECRET", "TAMPERED" })
	void publishesNothingThatIsNotSignedRightly(Signing signing) {
		refuses(EventDelivery.ONCE.signed(signing), 401);
	}

	@Test
	void publishesNothingThatIsTooOld() {
		refuses(EventDelivery.ONCE.aged(Duration.ofDays(4)), 400);
	}

	private void refuses(EventDelivery delivery, int status) {
		Assessment started = this.product.start(this.person);
		String order = order(started).id();
		long before = callbacks();

		this.product.stackOne.setStatus(order, "completed", delivery);

		Product.until("the refusal", Duration.ofSeconds(20), this.product.stackOne::events, (events) -> events.stream()
			.anyMatch((event) -> event.orderId().equals(order) && event.status() != null && event.status() == status));
		assertThat(callbacks()).isEqualTo(before);
	}

	private long callbacks() {
		return new TopicReader(this.product.stack).count(Topics.PROVIDER_CALLBACK_RECEIVED);
	}

	@Test
	void ignoresAnotherAccountsEvents() {
		Assessment started = this.product.start(this.person);
		String order = order(started).id();
		this.product.stackOne.setStatus(order, "failed",
				EventDelivery.ONCE.spelt(EventDelivery.Spelling.of("another-account")));
		this.product.stackOne.setStatus(order, "in_progress");

		Assessment seen = this.product.inAshby(started, (shown) -> "In progress".equals(shown.status()));

		assertThat(seen.state()).isEqualTo("open");
	}

	@Test
	void tellsANewerResultAndNoOlderOne() {
		Assessment started = this.product.start(this.person);
		String order = order(started).id();
		this.product.stackOne.setStatus(order, "completed");
		this.product.inAshby(started, (seen) -> seen.state().equals("complete"));

		this.product.stackOne.setStatus(order, "failed", EventDelivery.ONCE.times(2));
		Assessment regraded = this.product.inAshby(started,
				(seen) -> seen.result() != null && "Failed – see report".equals(seen.result().text()));
		assertThat(regraded.resultsReceived()).isEqualTo(2);

		this.product.stackOne.setStatus(order, "completed", EventDelivery.ONCE.aged(Duration.ofHours(1)));
		// Events of one connection are taken in order: the next one's effect comes after.
		Candidate next = this.product.person();
		Assessment after = this.product.start(next);
		this.product.stackOne.setStatus(this.product.stackOne.findByEmail(awaitOrder(next).email()).getFirst().id(),
				"completed");
		this.product.inAshby(after, (seen) -> seen.state().equals("complete"));
		assertThat(this.product.inAshby(started, (seen) -> true).resultsReceived()).isEqualTo(2);
	}

	@Test
	void saysWhatItDoesNotKnowToOperatorsAndNotToAshby() {
		Assessment started = this.product.start(this.person);
		this.product.stackOne.setStatus(order(started).id(), "unmapped_value");

		Product.until("the alarm", Duration.ofSeconds(30),
				() -> this.product.operator().get("/api/verifications/" + started.assessmentId()).json(200),
				(seen) -> seen.path("wait").path("reason").asString("").equals("UNKNOWN_STATUS"));
	}

	private ScreeningOrder order(Assessment started) {
		awaitOrder(this.person);
		ScreeningOrder order = this.product.stackOne.findByEmail(this.person.email()).getFirst();
		this.product.verification(started, "providerReference", order.id()::equals);
		return order;
	}

	private ScreeningOrder awaitOrder(Candidate candidate) {
		return Product
			.until("the order at StackOne", Duration.ofSeconds(60),
					() -> this.product.stackOne.findByEmail(candidate.email()), (found) -> !found.isEmpty())
			.getFirst();
	}

}
