package io.bgvbridge.sandbox.checkr;

import io.bgvbridge.sandbox.http.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortalPageTests {

	private final Account account = new Account();

	@AfterEach
	void close() {
		this.account.close();
	}

	@Test
	void showsWhatTheConsoleAsksForAndTakesTheWebhook() {
		assertThat(page()).contains(CheckrSimulator.API_KEY, "Webhooks go nowhere yet");
		this.account.caller.form("/portal/webhook", "url", "http://localhost:1/callbacks/x", "secret", "agreed");
		assertThat(page()).contains("Webhooks go to http://localhost:1/callbacks/x");
		assertThat(this.account.vendor.signingSecret()).isEqualTo("agreed");
	}

	@Test
	void takesACandidateFromInvitationToResult() {
		String invitation = this.account.invitation();
		assertThat(page()).contains("Asha Rao", "Candidate answers");
		this.account.caller.form("/portal/invitations/" + invitation, "deed", "fill-form");
		CheckrReport report = this.account.vendor.reports().getFirst();
		assertThat(page()).contains(report.id(), "Complete: needs review").doesNotContain("Candidate answers");
		String buttons = "/portal/reports/" + report.id();
		for (Step step : Step.ON_REPORTS) {
			assertThat(this.account.caller.form(buttons, "deed", step.deed()).status()).isEqualTo(303);
		}
		this.account.caller.form(buttons, "deed", "consider");
		assertThat(this.account.vendor.reports().getFirst().standing().verdict())
			.isEqualTo(CheckrReport.Verdict.CONSIDER);
	}

	@Test
	void showsTheProblemOfAButton() {
		String invitation = "/portal/invitations/" + this.account.invitation();
		this.account.caller.form(invitation, "deed", "expire");
		Caller.Reply reply = this.account.caller.form(invitation, "deed", "fill-form");
		assertThat(reply.status()).isEqualTo(409);
		assertThat(reply.text()).contains("role=\"alert\"", "not open");
		assertThat(this.account.caller.form(invitation, "deed", "clear").status()).isEqualTo(400);
	}

	@Test
	void showsNobodyWhoWasErased() {
		String candidate = this.account.candidate();
		this.account.invitation(candidate);
		this.account.delete("/candidates/" + candidate + "/pii",
				"{\"deletion_contact_email_address\":\"privacy@example.com\"}");
		assertThat(page()).contains("erased").doesNotContain("Asha");
	}

	private String page() {
		return this.account.caller.get("/portal").text();
	}

}
