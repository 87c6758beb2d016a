package io.bgvbridge.sandbox.checkr;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;

/** The calls about reports, and Checkr's own page of one. */
final class ReportEndpoints {

	private final Screenings screenings;

	private final Views views;

	ReportEndpoints(Screenings screenings, Views views) {
		this.screenings = screenings;
		this.views = views;
	}

	void on(Routes routes) {
		routes
			.on("GET", "/v1/reports/{id}", "One report",
					(request) -> Answer.json(200, this.views.report(required(request))))
			.on("GET", "/v1/reports/{id}/eta", "When a report is expected", this::eta)
			.on("GET", "/dashboard/reports/{id}", "The dashboard's page of a report, or of an invitation", this::page);
	}

	private Answer eta(Request request) {
		CheckrReport report = required(request);
		return Answer.json(200,
				Json.object()
					.put("id", report.id())
					.put("object", "report_eta")
					.put("estimated_completion_time", Views.text(report.estimatedCompletionTime())));
	}

	private Answer page(Request request) {
		String id = request.variable("id");
		boolean known = !this.screenings.reports().newest((report) -> report.id().equals(id)).isEmpty()
				|| !this.screenings.invitations().newest((invitation) -> invitation.id().equals(id)).isEmpty();
		return known ? Answer.html(200, "<!doctype html><title>Checkr</title><p>The dashboard's page of a report.")
				: Answer.html(404, "<!doctype html><title>Checkr</title><p>There is no such report.");
	}

	private CheckrReport required(Request request) {
		return this.screenings.reports().required(request.variable("id"));
	}

}
