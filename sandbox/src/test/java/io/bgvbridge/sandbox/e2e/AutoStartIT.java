package io.bgvbridge.sandbox.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.ashby.CompletedAssessment;
import io.bgvbridge.sandbox.ashby.Note;
import io.bgvbridge.sandbox.ashby.webhook.Webhook;
import io.bgvbridge.sandbox.ashby.webhook.WebhookDelivery;
import io.bgvbridge.sandbox.http.Fault;
import io.bgvbridge.sandbox.http.FaultKind;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A candidate enters a stage, or is hired, and a check is ordered without a click.
 */
class AutoStartIT {

	private static final String STAGE = "Background check";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Product product = Product.running();

	private Webhook webhook;

	@BeforeEach
	void tellAshbyAndMakeTheRule() {
		rule("\"stageTitle\":\"" + STAGE + "\"");
		this.product.ashby.webhooks().retrySpeed(100);
		this.webhook = this.product.ashby.webhooks()
			.register(URI.create(this.product.gateway.uri() + "/ashby/webhooks/" + this.product.connectionId()),
					Product.WEBHOOK_SECRET);
		assertThat(this.webhook.enabled()).as("the ping was answered").isTrue();
	}

	@AfterEach
	void forgetThem() {
		this.product.ashby.webhooks().remove(this.webhook.id());
		this.product.change("{\"autoStart\":null,\"ashby\":{\"partnerId\":null}}");
	}

	private void rule(String condition) {
		this.product.change("{\"autoStart\":{" + condition + ",\"packageKey\":\"" + this.product.packageKey() + "\"}}");
	}

	@Test
	void ordersWhoEntersTheStageAndNotesTheResult() {
		Candidate person = this.product.person();
		this.product.ashby.pipeline().move(person.applicationId(), "  background CHECK ", null);

		ProviderCandidate order = complete(person);

		Note note = Product.until("a note on the result", PATIENCE, () -> notes(person), (notes) -> !notes.isEmpty())
			.getFirst();
		assertThat(note.text()).contains("Completed").contains("/reports/" + order.orderId());
		JsonNode verification = verification(order);
		assertThat(verification.path("origin").asString()).isEqualTo("AUTO_START");
		assertThat(this.product.ashby.assessment(String.valueOf(order.orderId())))
			.as("Ashby knows no such assessment, and is told of none")
			.isNull();
	}

	@Test
	void addsTheResultWhereThereIsAPartnerId() {
		this.product.change("{\"ashby\":{\"partnerId\":\"" + AshbySimulator.PARTNER_ID + "\"}}");
		Candidate person = this.product.person();
		this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);

		ProviderCandidate order = complete(person);

		CompletedAssessment added = Product
			.until("the completed assessment", PATIENCE, () -> completed(person), (found) -> !found.isEmpty())
			.getFirst();
		assertThat(added.assessmentId()).isEqualTo(order.orderId());
		assertThat(added.result().text()).isEqualTo("Completed");
		this.product.springVerify.setStatus(order.id(), 6);
		Product.until("the newer result", PATIENCE, () -> completed(person),
				(found) -> found.getFirst().result().text().equals("Completed with exception"));
		assertThat(notes(person)).isEmpty();
	}

	@Test
	void ordersOnceForAHireThatIsAlsoAStageChange() {
		rule("\"onHire\":true");
		Candidate person = this.product.person();
		this.product.ashby.pipeline().hire(person.applicationId());
		ProviderCandidate order = this.product.ordered(person);

		this.product.ashby.pipeline().hire(person.applicationId());
		deliverAgain(person);

		assertThat(this.product.springVerify.findByEmail(person.email())).containsExactly(order);
	}

	@Test
	void ordersOnceForEachApplicationHoweverOftenItEnters() {
		this.product.springVerify.acceptDuplicates(true);
		Candidate person = this.product.person();
		this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);
		ProviderCandidate order = complete(person);
		Product.until("the end in the read model", PATIENCE, () -> verification(order),
				(seen) -> !seen.path("closedAt").asString("").isEmpty());

		this.product.ashby.pipeline().move(person.applicationId(), "Interview", null);
		this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);
		deliverAgain(person);

		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
		assertThat(this.product.operator().post("/api/verifications/" + order.orderId() + "/retry", "{}").status())
			.as("an operator asks again")
			.isBetween(200, 202);
		Product.until("a second order", PATIENCE, () -> this.product.springVerify.findByEmail(person.email()),
				(orders) -> orders.size() == 2);
	}

	@Test
	void isTakenOverByARecruitersStart() {
		Candidate person = this.product.person();
		this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);
		ProviderCandidate order = this.product.ordered(person);
		this.product.springVerify.submitForm(order.id());
		Product.until("progress", PATIENCE, () -> verification(order),
				(seen) -> seen.path("state").asString().equals("IN_PROGRESS"));

		Assessment taken = this.product.start(person);

		assertThat(taken.assessmentId()).isEqualTo(order.orderId());
		this.product.inAshby(taken, (seen) -> "In progress".equals(seen.status()));
		this.product.springVerify.setStatus(order.id(), 1);
		Assessment seen = this.product.inAshby(taken, (shown) -> shown.state().equals("complete"));
		AshbyHistory.requireSequential(seen);
		assertThat(notes(person)).isEmpty();
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
	}

	@Test
	void notesWhyACheckCouldNotStart() {
		Candidate person = this.product.ashby.addCandidate("Mono", "Phoneless", "mono.phoneless@example.com", null);
		this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);

		Note note = Product.until("a note on the failure", PATIENCE, () -> notes(person), (notes) -> !notes.isEmpty())
			.getFirst();

		assertThat(note.text()).containsIgnoringCase("phone");
		assertThat(this.product.springVerify.findByEmail(person.email())).isEmpty();
	}

	@Test
	void writesOneNoteWhenAshbysAnswerIsLost() {
		Candidate person = this.product.person();
		this.product.vendors.faults()
			.add(Fault.of("ashby", FaultKind.RESET_AFTER_COMMIT).on("candidate.createNote").times(1));
		this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);
		ProviderCandidate order = complete(person);

		Product.until("Ashby's receipt", PATIENCE, () -> verification(order),
				(seen) -> seen.path("ashby").path("resultSent").asBoolean(false));

		assertThat(notes(person)).hasSize(1);
	}

	@Test
	void losesNoStageChangeWhileKafkaIsAway() {
		Candidate person = this.product.person();
		this.product.stack.kafka().freeze();
		try {
			this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);
			Product.until("a refused delivery", PATIENCE, () -> deliveries("candidateStageChange"),
					(found) -> found.stream().anyMatch((one) -> one.status() != null && one.status() == 503));
		}
		finally {
			this.product.stack.kafka().thaw();
		}

		this.product.ordered(person);
	}

	@Test
	void survivesTheGatewaysDeathWhileItPublishes() throws Exception {
		Candidate person = this.product.person();
		this.product.stack.kafka().freeze();
		try {
			this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);
			Thread.sleep(300);
			this.product.service(Service.GATEWAY).kill();
		}
		finally {
			this.product.stack.kafka().thaw();
		}
		this.product.service(Service.GATEWAY).start();

		this.product.ordered(person);
		deliverAgain(person);
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
	}

	@Test
	void tellsAnalystsIdsAndNothingPersonal() {
		Candidate person = this.product.person();
		this.product.ashby.pipeline().move(person.applicationId(), STAGE, null);
		this.product.ordered(person);

		List<String> records = new TopicReader(this.product.stack).records(Topics.ASHBY_WEBHOOK_RECEIVED)
			.stream()
			.filter((record) -> person.applicationId().equals(record.key()))
			.map((record) -> new String(record.value(), java.nio.charset.StandardCharsets.ISO_8859_1))
			.toList();

		assertThat(records).isNotEmpty()
			.allSatisfy((record) -> assertThat(record).contains(person.id())
				.doesNotContain(person.email(), person.lastName(), String.valueOf(person.phone())));
	}

	/** Every webhook about this person comes once more, as Ashby's retries may. */
	private void deliverAgain(Candidate person) {
		for (WebhookDelivery delivery : this.product.ashby.webhooks().deliveries()) {
			if (delivery.webhookId().equals(this.webhook.id()) && delivery.attempt() == 1
					&& !delivery.action().equals("ping")) {
				this.product.ashby.webhooks().again(delivery.number());
			}
		}
		// What must not happen needs a moment in which it could.
		Candidate other = this.product.person();
		this.product.complete(other, this.product.start(other));
		assertThat(person.id()).isNotEqualTo(other.id());
	}

	private ProviderCandidate complete(Candidate person) {
		ProviderCandidate order = this.product.ordered(person);
		Product.until("the order's number", PATIENCE, () -> verification(order),
				(seen) -> seen.path("providerReference").asString("").equals(Long.toString(order.id())));
		this.product.springVerify.submitForm(order.id());
		this.product.springVerify.setStatus(order.id(), 1);
		return order;
	}

	private JsonNode verification(ProviderCandidate order) {
		return this.product.operator().get("/api/verifications/" + order.orderId()).json(200);
	}

	private List<Note> notes(Candidate person) {
		return this.product.ashby.notes().stream().filter((note) -> note.candidateId().equals(person.id())).toList();
	}

	private List<CompletedAssessment> completed(Candidate person) {
		return this.product.ashby.completedAssessments()
			.stream()
			.filter((one) -> one.candidateId().equals(person.id()))
			.toList();
	}

	private List<WebhookDelivery> deliveries(String action) {
		return this.product.ashby.webhooks()
			.deliveries()
			.stream()
			.filter((delivery) -> delivery.webhookId().equals(this.webhook.id()) && delivery.action().equals(action))
			.toList();
	}

}
