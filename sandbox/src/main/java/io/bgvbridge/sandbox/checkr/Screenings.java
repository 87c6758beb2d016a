package io.bgvbridge.sandbox.checkr;

import tools.jackson.databind.JsonNode;

/**
 * Everything that the account holds.
 *
 * @param candidates the people
 * @param invitations their invitations
 * @param reports their reports
 */
record Screenings(Candidates candidates, Invitations invitations, Reports reports) {

	Screenings() {
		this(new Candidates(), new Invitations(), new Reports());
	}

	/** Invites the candidate of a body that keeps the rules. */
	Invitation invite(JsonNode body) {
		String candidateId = this.candidates.required(body.path("candidate_id").stringValue()).id();
		this.reports.refuseTooMany(candidateId);
		return this.invitations.add(body);
	}

	/**
	 * The candidate fills in the form: the invitation is completed, the report begins.
	 */
	Filled fillForm(String invitationId) {
		String reportId = Ids.next();
		Invitation completed = this.invitations.complete(invitationId, reportId);
		return new Filled(completed, this.reports.begin(reportId, completed));
	}

	/**
	 * What a filled-in form leads to.
	 *
	 * @param invitation the completed invitation
	 * @param report the report that has begun
	 */
	record Filled(Invitation invitation, CheckrReport report) {
	}

}
