package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.List;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.checkr.CheckrReport;
import io.bgvbridge.sandbox.checkr.WebhookDelivery;
import io.bgvbridge.sandbox.stack.Service;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People and whole connections are forgotten, in every service and at the provider.
 */
class ConnectionEndIT {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private final Product product = Product.running();

	private final Candidate person = this.product.person();

	@Test
	void erasesAPersonHereAndAtTheProvider() {
		this.product.use(this.product.connectCheckr("Erasing"));
		Assessment check = this.product.start(this.person);
		String invitation = this.product.verification(check, "providerReference", (reference) -> !reference.isEmpty())
			.path("providerReference")
			.asString();
		CheckrReport report = this.product.checkr.fillForm(invitation, WebhookDelivery.ONCE);
		this.product.checkr.complete(report.id(), CheckrReport.Verdict.CLEAR, WebhookDelivery.ONCE);
		this.product.inAshby(check, (seen) -> seen.state().equals("complete"));

		this.product.operator().post("/api/verifications/" + check.assessmentId() + "/erase", "").json(202);

		nobodyIsIn(check);
		Product.until("nobody at Checkr", PATIENCE, this.product.checkr::candidates,
				(found) -> found.stream().noneMatch((one) -> this.person.email().equals(one.email())));
		JsonNode seen = this.product.verification(check, "erasedAt", (at) -> !at.isEmpty());
		assertThat(seen.path("state").asString()).isEqualTo("COMPLETED_CLEAR");
	}

	@Test
	void deletesAConnectionOnceNothingIsUnderWay() {
		JsonNode connected = this.product.connection("Leaving");
		String connection = this.product.use(connected);
		Assessment check = this.product.start(this.person);
		this.product.linked(this.person, check);
		Caller asAshby = this.product.gateway.basic(connected.path("externalApiToken").asString(), "");

		assertThat(this.product.operator()
			.delete("/api/connections/" + connection + "?force=true")
			.json(202)
			.path("status")
			.asString()).isEqualTo("DRAINING");
		assertThat(asAshby.post("/ashby/assessment.list", "{}").json(200).path("results").size()).isZero();

		assertThat(this.product.inAshby(check, (seen) -> seen.cancelledReason() != null).cancelledReason()).isNotNull();
		Product.until("the end of the connection", PATIENCE,
				() -> this.product.operator().get("/api/connections/" + connection).status(),
				(status) -> status == 410);
		assertThat(asAshby.post("/ashby/assessment.list", "{}").status()).isEqualTo(401);
		nobodyIsIn(check);
		noSecretOf(connection, Service.GATEWAY, "credentials is null and token_hash is null");
		noSecretOf(connection, Service.VERIFICATION, "sealed_credentials is null and not enabled");
		noSecretOf(connection, Service.SYNC, "sealed_access is null");
		assertThat(this.product.operator()
			.get("/api/verifications/" + check.assessmentId())
			.json(200)
			.path("state")
			.asString()).isEqualTo("CANCELLED");
	}

	private void nobodyIsIn(Assessment check) {
		String ours = " where assessment_id = '" + check.assessmentId() + "'";
		holds("the gateway", Service.GATEWAY, "select person is null from assessment" + ours);
		holds("the verification service", Service.VERIFICATION,
				"select sealed_candidate is null and sealed_words is null and erased from verification" + ours);
		holds("sync", Service.SYNC,
				"select sealed_words is null and sealed_details is null and pending_body is null from assessment"
						+ ours);
	}

	private void noSecretOf(String connection, Service service, String what) {
		holds(service + " without secrets", service,
				"select " + what + " from connection where connection_id = '" + connection + "'");
	}

	private void holds(String what, Service service, String sql) {
		Product.until(what, PATIENCE, () -> this.product.rows(service, sql), List.of("t")::equals);
	}

}
