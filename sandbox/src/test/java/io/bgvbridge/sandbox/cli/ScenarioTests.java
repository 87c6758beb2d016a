package io.bgvbridge.sandbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.http.SandboxServer;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScenarioTests {

	private final AshbySimulator ashby = new AshbySimulator();

	private final SpringVerifySimulator springVerify = new SpringVerifySimulator();

	private final PlayedGateway gateway = new PlayedGateway(this.ashby);

	private final SandboxServer server = SandboxServer.start(0, this.ashby, this.springVerify, this.gateway);

	private final StringWriter out = new StringWriter();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void checkShowsCancelAndRestart() {
		walk(Scenario.CHECK);
		assertThat(this.ashby.assessments()).extracting(Assessment::state)
			.containsExactly("complete", "cancelled", "complete");
		assertThat(this.springVerify.candidateCount()).isEqualTo(3);
		assertThat(this.out.toString()).contains("Ashby's first assessment is still cancelled",
				"the operator's view shows: CANCELLED");
	}

	@Test
	void stageChangeShowsANoteAndACompletedAssessment() {
		walk(Scenario.STAGE_CHANGE);
		assertThat(this.ashby.assessments()).isEmpty();
		assertThat(this.ashby.notes()).hasSize(1);
		assertThat(this.ashby.completedAssessments()).hasSize(1);
		assertThat(this.ashby.webhooks().list()).isEmpty();
		assertThat(this.out.toString()).contains("Ashby holds the candidate's note: Clear",
				"Ashby holds the completed assessment: BGV, Result = Clear");
	}

	@Test
	void failsWhenARestartGivesTheDeadId() {
		this.gateway.restarts = false;
		fails(Scenario.CHECK, "the assessment after the re-start should be a new one, and is the old");
	}

	@Test
	void failsWhenStrangersCanOpenTheReport() {
		this.gateway.guardsReports = false;
		fails(Scenario.CHECK, "the report's status without login should be 401, and is 200");
	}

	@Test
	void failsWhenTheWebhookIsRefused() {
		this.gateway.takesWebhooks = false;
		fails(Scenario.STAGE_CHANGE, "the webhook's state after its ping should be enabled, and is disabled");
	}

	private void fails(Scenario scenario, String reason) {
		assertThatExceptionOfType(WalkFailure.class).isThrownBy(() -> walk(scenario)).withMessage(reason);
	}

	private void walk(Scenario scenario) {
		URI gatewayUrl = this.server.url("gateway");
		Addresses addresses = Addresses.of(gatewayUrl, gatewayUrl.resolve("/"));
		scenario.go(new Walk(addresses, new Operator("admin", "secret"), new Journal(new PrintWriter(this.out)),
				new Waiting(Duration.ofSeconds(10))));
	}

}
