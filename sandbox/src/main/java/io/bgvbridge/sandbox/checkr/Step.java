package io.bgvbridge.sandbox.checkr;

import java.util.List;

import io.bgvbridge.sandbox.http.Refused;

/**
 * A button of the dashboard's page.
 *
 * @param deed what the form sends
 * @param label what the button says
 * @param press what it does; webhooks tell of it once
 */
record Step(String deed, String label, Press press) {

	/** On an invitation that is open. */
	static final List<Step> ON_INVITATIONS = List.of(
			new Step("fill-form", "Candidate answers", (vendor, id) -> vendor.fillForm(id, WebhookDelivery.ONCE)),
			new Step("expire", "Let it expire", (vendor, id) -> vendor.expireInvitation(id, WebhookDelivery.ONCE)));

	/** On a report. */
	static final List<Step> ON_REPORTS = List.of(
			new Step("clear", "Complete: clear",
					(vendor, id) -> vendor.complete(id, CheckrReport.Verdict.CLEAR, WebhookDelivery.ONCE)),
			new Step("consider", "Complete: needs review",
					(vendor, id) -> vendor.complete(id, CheckrReport.Verdict.CONSIDER, WebhookDelivery.ONCE)),
			new Step("suspend", "Suspend", (vendor, id) -> vendor.suspend(id, WebhookDelivery.ONCE)),
			new Step("resume", "Resume", (vendor, id) -> vendor.resume(id, WebhookDelivery.ONCE)),
			new Step("pause", "Pause", (vendor, id) -> vendor.pause(id, WebhookDelivery.ONCE)),
			new Step("dispute", "Candidate disputes", (vendor, id) -> vendor.dispute(id, WebhookDelivery.ONCE)),
			new Step("engage", "Engage", (vendor, id) -> vendor.adjudicate(id, "engaged", WebhookDelivery.ONCE)),
			new Step("pre-adverse", "Pre-adverse action",
					(vendor, id) -> vendor.adjudicate(id, "pre_adverse_action", WebhookDelivery.ONCE)),
			new Step("post-adverse", "Post-adverse action",
					(vendor, id) -> vendor.adjudicate(id, "post_adverse_action", WebhookDelivery.ONCE)),
			new Step("cancel", "Cancel", (vendor, id) -> vendor.cancelReport(id, WebhookDelivery.ONCE)));

	/**
	 * The button of a form.
	 * @throws Refused with 400 when there is none
	 */
	static Step of(List<Step> steps, String deed) {
		return steps.stream()
			.filter((step) -> step.deed().equals(deed))
			.findFirst()
			.orElseThrow(() -> new Refused(400, "No such button"));
	}

	void take(CheckrSimulator vendor, String id) {
		this.press.on(vendor, id);
	}

	/** What a button does. */
	@FunctionalInterface
	interface Press {

		void on(CheckrSimulator vendor, String id);

	}

}
