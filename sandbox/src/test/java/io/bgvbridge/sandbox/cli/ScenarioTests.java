package io.bgvbridge.sandbox.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;

import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.checkr.CheckrSimulator;
import io.bgvbridge.sandbox.http.SandboxServer;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import io.bgvbridge.sandbox.stackone.StackOneSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScenarioTests {

	private final AshbySimulator ashby = new AshbySimulator();

	private final SpringVerifySimulator springVerify = new SpringVerifySimulator();

	private final StackOneSimulator stackOne = new StackOneSimulator();

	private final CheckrSimulator checkr = new CheckrSimulator();

	private final PlayedGateway gateway = new PlayedGateway(this.ashby);

	private final SandboxServer server = SandboxServer.start(0, this.ashby, this.springVerify, this.stackOne,
			this.checkr, this.gateway);

	private final StringWriter out = new StringWriter();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void checkShowsCancelAndRestart() {
		walk(Scenario.CHECK, ProviderKind.SPRINGVERIFY);
		assertThat(this.ashby.assessments()).extracting(Assessment::state)
			.containsExactly("complete", "cancelled", "complete");
		assertThat(this.springVerify.candidateCount()).isEqualTo(3);
		assertThat(this.out.toString()).contains("Ashby's first assessment is still cancelled",
				"the operator's view shows: CANCELLED");
	}

	@Test
	void checkAtStackOneLeadsToItsPageAndAsksForACancelByHand() {
		walk(Scenario.CHECK, ProviderKind.STACKONE);
		assertThat(this.ashby.assessments()).extracting(Assessment::state)
			.containsExactly("complete", "cancelled", "complete");
		assertThat(this.stackOne.orderCount()).isEqualTo(3);
		assertThat(this.out.toString()).contains("leads to the provider's own page: " + this.server.url("stackone"),
				"the operator's view asks for a cancel by hand");
	}

	@Test
	void checkAtCheckrCancelsByItselfAndInvitesTheSameCandidateAgain() {
		walk(Scenario.CHECK, ProviderKind.CHECKR);
		assertThat(this.ashby.assessments()).extracting(Assessment::state)
			.containsExactly("complete", "cancelled", "complete");
		assertThat(this.checkr.invitations()).hasSize(3).filteredOn((one) -> one.deletedAt() != null).hasSize(1);
		assertThat(this.checkr.candidates()).hasSize(2);
		assertThat(this.out.toString()).contains("Ashby shows: Expected by 2026-12-01",
				"leads to the provider's own page: " + this.server.url("checkr") + "/dashboard/reports/");
	}

	@ParameterizedTest
	@EnumSource(ProviderKind.class)
	void stageChangeShowsANoteAndACompletedAssessment(ProviderKind kind) {
		walk(Scenario.STAGE_CHANGE, kind);
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

	@Test
	void failsWhenNobodyIsAskedToCancel() {
		this.gateway.asksForCancels = false;
		assertThatExceptionOfType(WalkFailure.class)
			.isThrownBy(() -> walk(Scenario.CHECK, ProviderKind.STACKONE, Duration.ofSeconds(2)))
			.withMessage("waited 2 s for the operator to be asked for a cancel by hand");
	}

	private void fails(Scenario scenario, String reason) {
		assertThatExceptionOfType(WalkFailure.class).isThrownBy(() -> walk(scenario, ProviderKind.SPRINGVERIFY))
			.withMessage(reason);
	}

	private void walk(Scenario scenario, ProviderKind kind) {
		walk(scenario, kind, Duration.ofSeconds(10));
	}

	private void walk(Scenario scenario, ProviderKind kind, Duration patience) {
		URI gatewayUrl = this.server.url("gateway");
		String sandbox = "http://localhost:" + this.server.port();
		Addresses addresses = new Addresses(gatewayUrl.toString(), sandbox, sandbox);
		scenario.go(new Walk(addresses, new Operator("admin", "secret"), kind, new Journal(new PrintWriter(this.out)),
				new Waiting(patience), Duration.ZERO));
	}

}
