package io.bgvbridge.sandbox.ashby;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Members;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The screens on candidates: what is known of them, and what a recruiter does to them.
 */
final class CandidateScreens {

	private final AshbySimulator ashby;

	CandidateScreens(AshbySimulator ashby) {
		this.ashby = ashby;
	}

	void addTo(Routes routes) {
		routes.on("GET", "/ui/candidates", "The candidates with their stages", this::list)
			.on("POST", "/ui/candidates", "Adds a candidate with an application", this::add)
			.on("DELETE", "/ui/candidates/{id}", "Deletes a candidate; webhooks tell of it", this::delete)
			.on("POST", "/ui/candidates/{id}/move", "Moves to a stage; webhooks tell of it", this::move)
			.on("POST", "/ui/candidates/{id}/hire", "Hires; webhooks tell of it", this::hire)
			.on("POST", "/ui/candidates/{id}/merge", "Merges into another one; webhooks tell of it", this::merge)
			.on("GET", "/ui/candidates/{id}/files", "The candidate's files", this::files)
			.on("GET", "/ui/notes", "The notes that were written", (request) -> Answer.json(200, this.ashby.notes()))
			.on("GET", "/ui/completed", "The checks that began elsewhere",
					(request) -> Answer.json(200, this.ashby.completedAssessments()));
	}

	private Answer list(Request request) {
		ArrayNode all = Json.array();
		this.ashby.candidates().forEach((candidate) -> all.add(view(candidate)));
		return Answer.json(200, all);
	}

	private ObjectNode view(Candidate candidate) {
		ObjectNode view = (ObjectNode) Json.tree(candidate);
		return view.set("applications", Json.tree(this.ashby.applications(candidate.id())));
	}

	private Answer add(Request request) {
		Members members = Members.of(request, "firstName", "lastName", "email", "phone");
		Candidate candidate = this.ashby.addCandidate(members.text("firstName"), members.text("lastName"),
				members.text("email"), members.optionalText("phone"));
		return Answer.json(201,
				Json.object().put("candidateId", candidate.id()).put("applicationId", candidate.applicationId()));
	}

	private Answer move(Request request) {
		Members members = Members.of(request, "stageTitle", "stageId", "applicationId");
		return done(this.ashby.pipeline()
			.move(applicationId(request, members), members.text("stageTitle"), members.optionalText("stageId")));
	}

	private Answer hire(Request request) {
		return done(this.ashby.pipeline().hire(applicationId(request, Members.of(request, "applicationId"))));
	}

	private Answer merge(Request request) {
		Members members = Members.of(request, "into");
		return done(this.ashby.pipeline().merge(request.variable("id"), members.text("into")));
	}

	private Answer delete(Request request) {
		return done(this.ashby.pipeline().delete(request.variable("id")));
	}

	private Answer files(Request request) {
		return Answer.json(200, this.ashby.files(this.ashby.candidate(request.variable("id")).id()));
	}

	private String applicationId(Request request, Members members) {
		return this.ashby.application(this.ashby.candidate(request.variable("id")).id(),
				members.has("applicationId") ? members.text("applicationId") : null);
	}

	private static Answer done(String webhookActionId) {
		return Answer.json(200, Json.object().put("webhookActionId", webhookActionId));
	}

}
