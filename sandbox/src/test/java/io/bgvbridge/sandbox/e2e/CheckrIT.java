package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.callback.Signing;
import io.bgvbridge.sandbox.checkr.CheckrReport;
import io.bgvbridge.sandbox.checkr.CheckrReport.Verdict;
import io.bgvbridge.sandbox.checkr.Invitation;
import io.bgvbridge.sandbox.checkr.WebhookDelivery;
import io.bgvbridge.sandbox.http.Hold;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks at Checkr: an invitation first, then a report, which may be disputed.
 */
class CheckrIT {

	private final Product product = Product.running();

	private final Candidate person = this.product.person();

	private String connectionId = "";

	@BeforeEach
	void connect() {
		this.product.checkr.rateLimit(1_000_000, Duration.ofMinutes(1));
		this.connectionId = this.product.use(this.product.connectCheckr("Checked"));
	}

	@Test
	void tellsAshbyWhatIsExpectedAndWhatWasFound() {
		Assessment started = this.product.start(this.person);
		CheckrReport report = this.product.checkr.fillForm(invitation(started).id(), WebhookDelivery.ONCE);
		this.product.checkr.expect(report.id(), Instant.parse("2026-12-24T00:00:00Z"), WebhookDelivery.ONCE);
		this.product.inAshby(started, (seen) -> seen.metadata().toString().contains("2026-12-24"));

		this.product.checkr.complete(report.id(), Verdict.CONSIDER, WebhookDelivery.ONCE.times(3).inReverse());

		Assessment seen = this.product.inAshby(started, (shown) -> shown.state().equals("complete"));
		assertThat(seen.result().text()).isEqualTo("Consider – review");
		assertThat(seen.resultsReceived()).isOne();
		AshbyHistory.requireSequential(seen);
		Caller.Answer door = this.product.operator().get("/reports/" + started.assessmentId());
		assertThat(door.status()).isEqualTo(303);
		assertThat(door.header("Location")).endsWith("/dashboard/reports/" + report.id());
	}

	@Test
	void followsADisputeToItsNewResult() {
		Assessment started = this.product.start(this.person);
		CheckrReport report = this.product.checkr.fillForm(invitation(started).id(), WebhookDelivery.ONCE);
		this.product.checkr.complete(report.id(), Verdict.CONSIDER, WebhookDelivery.ONCE);
		this.product.inAshby(started, (seen) -> seen.state().equals("complete"));

		this.product.checkr.dispute(report.id(), WebhookDelivery.ONCE);
		Assessment disputed = this.product.inAshby(started,
				(seen) -> "Disputed – result under re-check".equals(seen.status()));
		assertThat(disputed.result().text()).isEqualTo("Consider – review");

		this.product.checkr.complete(report.id(), Verdict.CLEAR, WebhookDelivery.ONCE);
		Assessment seen = this.product.inAshby(started, (shown) -> "Clear".equals(shown.result().text()));
		assertThat(seen.resultsReceived()).isEqualTo(2);
	}

	@Test
	void showsAnAdjudicationBesideTheResult() {
		Assessment started = this.product.start(this.person);
		CheckrReport report = this.product.checkr.fillForm(invitation(started).id(), WebhookDelivery.ONCE);
		this.product.checkr.complete(report.id(), Verdict.CONSIDER, WebhookDelivery.ONCE);
		this.product.checkr.adjudicate(report.id(), "engaged", WebhookDelivery.ONCE);

		Assessment seen = this.product.inAshby(started,
				(shown) -> shown.metadata().containsKey("bgv-check-adjudication"));

		assertThat(seen.metadata().get("bgv-check-adjudication").text()).isEqualToIgnoringCase("engaged");
		assertThat(seen.result().text()).isEqualTo("Consider – review");
	}

	@Test
	void readsWhatAWebhookSaidBeforeTheAnswerToTheOrder() throws InterruptedException {
		Assessment started;
		try (Hold hold = this.product.checkr.holdAfterCommit()) {
			started = this.product.start(this.person);
			assertThat(hold.awaitReached(Duration.ofSeconds(20))).isTrue();
			this.product.checkr.fillForm(
					this.product.checkr.findByTag("order:" + started.assessmentId()).getFirst().id(),
					WebhookDelivery.ONCE);
		}

		this.product.inAshby(started, (seen) -> "In progress".equals(seen.status()));
		assertThat(this.product.checkr.findByTag("order:" + started.assessmentId())).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "UNSIGNED", "WRONG_SECRET", "TAMPERED" })
	void publishesNothingThatIsNotSignedRightly(Signing signing) {
		Assessment started = this.product.start(this.person);
		String invitation = invitation(started).id();
		TopicReader topics = new TopicReader(this.product.stack);
		long before = topics.count(Topics.PROVIDER_CALLBACK_RECEIVED);

		this.product.checkr.fillForm(invitation, WebhookDelivery.ONCE.signed(signing));

		Product.until("the refusals", Duration.ofSeconds(20), this.product.checkr::webhooks,
				(sent) -> sent.stream()
					.anyMatch((webhook) -> webhook.body().contains(invitation) && webhook.status() != null
							&& webhook.status() == 401));
		assertThat(topics.count(Topics.PROVIDER_CALLBACK_RECEIVED)).isEqualTo(before);
		this.product.checkr.callback(null);
	}

	@Test
	void deletesACancelledInvitationBeforeTheNextIsMade() {
		Assessment first = this.product.start(this.person);
		Invitation invitation = invitation(first);

		this.product.ashby.recruiter().cancel(first.assessmentId());
		Assessment second = this.product.start(this.person);
		Invitation next = invitation(second);

		Invitation deleted = current(invitation);
		assertThat(deleted.deletedAt()).isNotNull().isBefore(next.createdAt());
		assertThat(next.candidateId()).as("one candidate for one person").isEqualTo(invitation.candidateId());
	}

	@Test
	void asksForAHandWhereTheReportHasBegun() {
		Assessment started = this.product.start(this.person);
		this.product.checkr.fillForm(invitation(started).id(), WebhookDelivery.NONE);

		this.product.ashby.recruiter().cancel(started.assessmentId());

		Product.until("the question", Duration.ofSeconds(30),
				() -> this.product.operator().get("/api/verifications/" + started.assessmentId()).json(200),
				(seen) -> seen.path("wait").path("reason").asString("").equals("CANCEL_BY_HAND"));
	}

	@Test
	void invitesOnceMoreWhenAnOperatorAsks() {
		Assessment started = this.product.start(this.person);
		Invitation first = invitation(started);
		this.product.inAshby(started, (seen) -> "Awaiting candidate".equals(seen.status()));

		this.product.operator().post("/api/verifications/" + started.assessmentId() + "/resend", "{}").json(202);

		JsonNode moved = this.product.verification(started, "providerReference", (ref) -> !ref.equals(first.id()));
		assertThat(current(first).deletedAt()).isNotNull();
		String next = moved.path("providerReference").asString();
		CheckrReport report = this.product.checkr.fillForm(next, WebhookDelivery.ONCE);
		this.product.checkr.complete(report.id(), Verdict.CLEAR, WebhookDelivery.ONCE);
		Assessment seen = this.product.inAshby(started, (shown) -> shown.state().equals("complete"));
		AshbyHistory.requireSequential(seen);
	}

	@Test
	void endsWithTheInvitation() {
		Assessment started = this.product.start(this.person);
		this.product.checkr.expireInvitation(invitation(started).id(), WebhookDelivery.ONCE);

		Assessment seen = this.product.inAshby(started, (shown) -> shown.state().equals("cancelled"));

		assertThat(seen.cancelledReason().text()).isEqualTo("Invitation expired.");
	}

	@Test
	void makesUpForAWebhookThatWasLost() {
		Assessment started = this.product.start(this.person);
		CheckrReport report = this.product.checkr.fillForm(invitation(started).id(), WebhookDelivery.NONE);
		this.product.checkr.complete(report.id(), Verdict.CLEAR, WebhookDelivery.NONE);
		this.product.rows(io.bgvbridge.sandbox.stack.Service.VERIFICATION,
				"update verification set heard_at = now() - interval '2 hours' where assessment_id = '"
						+ started.assessmentId() + "' returning assessment_id");

		this.product.rows(io.bgvbridge.sandbox.stack.Service.VERIFICATION,
				"update work set due_at = now() where kind = 'reconcile' and subject_id = '" + this.connectionId
						+ "' returning kind");

		this.product.inAshby(started, (shown) -> shown.state().equals("complete"));
	}

	@Test
	void obeysWhatCheckrAllows() {
		this.product.checkr.rateLimit(20, Duration.ofSeconds(2));
		long before = throttled();
		List<Candidate> people = List.of(this.product.person(), this.product.person(), this.product.person(),
				this.product.person(), this.product.person(), this.product.person());

		List<Assessment> started = people.stream().map(this.product::start).toList();

		started.forEach(this::invitation);
		assertThat(throttled() - before).as("calls that Checkr refused").isLessThanOrEqualTo(4);
	}

	private long throttled() {
		return this.product.vendors.calls()
			.list()
			.stream()
			.filter((call) -> call.vendor().equals("checkr") && call.status() == 429)
			.count();
	}

	private Invitation invitation(Assessment started) {
		List<Invitation> found = Product.until("the invitation for " + started.assessmentId(), Duration.ofSeconds(60),
				() -> this.product.checkr.findByTag("order:" + started.assessmentId()), (list) -> !list.isEmpty());
		this.product.verification(started, "providerReference", found.getFirst().id()::equals);
		return found.getFirst();
	}

	private Invitation current(Invitation invitation) {
		return this.product.checkr.invitations()
			.stream()
			.filter((found) -> found.id().equals(invitation.id()))
			.findFirst()
			.orElseThrow();
	}

}
