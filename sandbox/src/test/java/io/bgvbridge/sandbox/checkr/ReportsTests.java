package io.bgvbridge.sandbox.checkr;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ReportsTests {

	private final Account account = new Account();

	private final String invitationId = this.account.invitation();

	private final String id = this.account.vendor.fillForm(this.invitationId, WebhookDelivery.NONE).id();

	@AfterEach
	void close() {
		this.account.close();
	}

	@Test
	void beginWhenTheFormIsFilledIn() {
		JsonNode invitation = this.account.get("/invitations/" + this.invitationId).json();
		assertThat(invitation.path("status").asString()).isEqualTo("completed");
		assertThat(invitation.path("report_id").asString()).isEqualTo(this.id);
		JsonNode report = report();
		assertThat(report.path("status").asString()).isEqualTo("pending");
		assertThat(report.path("result").isNull()).isTrue();
		assertThat(report.path("tags").path(1).asString()).isEqualTo("order:o-1");
		String expected = this.account.get("/reports/" + this.id + "/eta")
			.json()
			.path("estimated_completion_time")
			.asString();
		assertThat(expected).isEqualTo(report.path("estimated_completion_time").asString());
		assertThat(Instant.parse(expected)).isAfter(Instant.now().plus(Duration.ofDays(2)));
	}

	@ParameterizedTest
	@CsvSource({ "suspend,suspended", "pause,paused", "dispute,dispute", "cancel,canceled", "resume,pending" })
	void standAsTheyAreTold(String step, String status) {
		act(step, "");
		assertThat(report().path("status").asString()).isEqualTo(status);
	}

	@Test
	void areCompletedAnewAfterADispute() {
		act("complete", "{\"result\":\"consider\",\"assessment\":\"review\"}");
		assertThat(report().path("result").asString()).isEqualTo("consider");
		assertThat(report().path("assessment").asString()).isEqualTo("review");
		assertThat(report().path("completed_at").isString()).isTrue();
		act("adjudicate", "{\"adjudication\":\"pre_adverse_action\"}");
		act("dispute", "");
		assertThat(report().path("result").asString()).isEqualTo("consider");
		act("complete", "{\"result\":\"clear\"}");
		assertThat(report().path("result").asString()).isEqualTo("clear");
		assertThat(report().path("adjudication").asString()).isEqualTo("pre_adverse_action");
	}

	@Test
	void areCompletedWithoutAResult() {
		act("complete", "{\"includesCanceled\":true}");
		assertThat(report().path("status").asString()).isEqualTo("complete");
		assertThat(report().path("result").isNull()).isTrue();
		assertThat(report().path("includes_canceled").asBoolean()).isTrue();
	}

	@Test
	void moveTheTimeAtWhichTheyAreExpected() {
		act("expect", "{\"inHours\":1}");
		assertThat(Instant.parse(report().path("estimated_completion_time").asString()))
			.isBefore(Instant.now().plus(Duration.ofHours(2)));
		act("expect", "");
		assertThat(report().path("estimated_completion_time").isNull()).isTrue();
	}

	@Test
	void haveAPageOnTheDashboard() {
		assertThat(this.account.caller.as("").get("/dashboard/reports/" + this.id).status()).isEqualTo(200);
		assertThat(this.account.caller.as("").get("/dashboard/reports/" + this.invitationId).status()).isEqualTo(200);
		assertThat(this.account.caller.as("").get("/dashboard/reports/none").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "complete {\"result\":\"fail\"}", "complete {\"assessment\":\"bad\"}",
			"adjudicate {\"adjudication\":\"fired\"}", "adjudicate {}", "dispute {\"times\":0}",
			"suspend {\"colour\":1}" })
	void refuseUnfitSteps(String step) {
		String[] parts = step.split(" ", 2);
		assertThat(this.account.caller.post("/ui/reports/" + this.id + "/" + parts[0], parts[1]).status())
			.isEqualTo(400);
		assertThat(report().path("status").asString()).isEqualTo("pending");
	}

	@Test
	void areNotThereUnlessBegun() {
		assertThat(this.account.get("/reports/none").status()).isEqualTo(404);
		assertThat(this.account.get("/reports/none/eta").status()).isEqualTo(404);
		assertThat(this.account.caller.post("/ui/reports/none/dispute", "").status()).isEqualTo(404);
		assertThat(this.account.caller.post("/ui/invitations/none/fill-form", "").status()).isEqualTo(404);
	}

	private JsonNode report() {
		return this.account.get("/reports/" + this.id).json();
	}

	private void act(String step, String body) {
		assertThat(this.account.caller.post("/ui/reports/" + this.id + "/" + step, body).status()).isEqualTo(200);
	}

}
