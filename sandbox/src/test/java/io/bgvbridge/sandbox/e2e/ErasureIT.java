package io.bgvbridge.sandbox.e2e;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.ashby.webhook.Webhook;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.stack.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ashby's candidates are merged and deleted.
 */
class ErasureIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Product product = Product.running();

	private Webhook webhook;

	@BeforeEach
	void tellAshby() {
		this.webhook = this.product.ashby.webhooks()
			.register(URI.create(this.product.gateway.uri() + "/ashby/webhooks/" + this.product.connectionId()),
					Product.WEBHOOK_SECRET);
	}

	@AfterEach
	void forgetIt() {
		this.product.ashby.webhooks().remove(this.webhook.id());
	}

	/** Fault 33. */
	@Test
	void dropsWhatIsPersonalWithinAMinuteAndEndsTheCheck() {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		this.product.linked(person, started);
		// What the order's first reading tells is on its way until then.
		int told = this.product.inAshby(started, (seen) -> "Awaiting candidate".equals(seen.status()))
			.updatesReceived();

		this.product.ashby.pipeline().delete(person.id());

		JsonNode ended = this.product.verification(started, "state", "CANCELLED"::equals);
		assertThat(ended.path("reason").asString()).isEqualTo("CANDIDATE_ERASED");
		String id = "'" + started.assessmentId() + "'";
		Product.until("nothing personal in the gateway's row", PATIENCE, () -> this.product.rows(Service.GATEWAY,
				"select person is null from assessment where assessment_id = " + id), List.of("t")::equals);
		assertThat(this.product.rows(Service.VERIFICATION,
				"select sealed_candidate is null and sealed_words is null and erased from verification where assessment_id = "
						+ id))
			.containsExactly("t");
		Product.until("nothing personal in sync's row", PATIENCE, () -> this.product.rows(Service.SYNC,
				"select sealed_words is null and sealed_details is null and pending_body is null from assessment where assessment_id = "
						+ id),
				List.of("t")::equals);
		assertThat(this.product.ashby.assessment(started.assessmentId()).updatesReceived())
			.as("nobody is left of whom Ashby could be told")
			.isEqualTo(told);
		assertThat(this.product.operator().get("/reports/" + started.assessmentId()).status()).isEqualTo(404);
	}

	@Test
	void ordersNothingForADeletedCandidateLater() {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		this.product.linked(person, started);
		this.product.ashby.pipeline().delete(person.id());
		this.product.verification(started, "state", "CANCELLED"::equals);

		Caller.Answer late = this.product.asAshby().post("/ashby/assessment.start", start(person));

		assertThat(late.status()).isEqualTo(422);
		assertThat(late.json().path("message").asString()).containsIgnoringCase("deleted");
		assertThat(this.product.springVerify.findByEmail(person.email())).hasSize(1);
	}

	@Test
	void goesOnForTheSurvivorOfAMerge() {
		Candidate merged = this.product.person();
		Candidate survivor = this.product.person();
		Assessment started = this.product.start(merged);
		ProviderCandidate order = this.product.linked(merged, started);

		this.product.ashby.pipeline().merge(merged.id(), survivor.id());

		Product.until("the survivor in the gateway's row", PATIENCE,
				() -> this.product.rows(Service.GATEWAY,
						"select candidate_id from assessment where assessment_id = '" + started.assessmentId() + "'"),
				List.of(survivor.id())::equals);
		this.product.springVerify.submitForm(order.id());
		this.product.springVerify.setStatus(order.id(), 1);
		this.product.inAshby(started, (seen) -> seen.state().equals("complete"));
	}

	@Test
	void refusesAForgedDeletion() {
		Candidate person = this.product.person();
		Assessment started = this.product.start(person);
		byte[] body = ("{\"action\":\"candidateDelete\",\"webhookActionId\":\"" + UUID.randomUUID()
				+ "\",\"data\":{\"candidate\":{\"id\":\"" + person.id() + "\"}}}")
			.getBytes(StandardCharsets.UTF_8);

		assertThat(this.product.gateway
			.post("/ashby/webhooks/" + this.product.connectionId(), body, WebhookSignature.HEADER,
					WebhookSignature.of(body, "another secret"))
			.status()).isEqualTo(401);

		assertThat(this.product.complete(person, started).result()).isNotNull();
	}

	private String start(Candidate person) {
		return """
				{"assessment_type_id":"%s","candidate":{"ashby_id":"%s","first_name":"%s","last_name":"%s","email":"%s",
				"ashby_profile_url":"https://app.ashbyhq.com/x"},"application":{"ashby_id":"%s","status":"Active"},
				"job":{"ashby_id":"job","name":"Job","ashby_job_url":"https://app.ashbyhq.com/j"},
				"additional_fields":{"candidate_phone":"%s"}}
				""".formatted(this.product.typeId(), person.id(), person.firstName(), person.lastName(), person.email(),
				person.applicationId(), person.phone());
	}

}
