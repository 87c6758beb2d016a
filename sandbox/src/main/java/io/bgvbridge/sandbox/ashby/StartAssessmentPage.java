package io.bgvbridge.sandbox.ashby;

import java.util.List;

import io.bgvbridge.sandbox.http.Form;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import io.bgvbridge.sandbox.http.Screen;
import io.bgvbridge.sandbox.page.Markup;
import org.jspecify.annotations.Nullable;

/**
 * What opens when a recruiter presses Start Assessment: the partner's types, and the
 * fields that it asks for.
 */
final class StartAssessmentPage implements Screen {

	private final AshbySimulator ashby;

	StartAssessmentPage(AshbySimulator ashby) {
		this.ashby = ashby;
	}

	void addTo(Routes routes) {
		on(routes, "/app/candidates/{id}/start", "Start Assessment, as a page");
		on(routes, "/app/candidates/{id}/start", "The page's Start button", this::start, AppPages.candidate("{id}"));
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		Candidate candidate = this.ashby.candidate(request.variable("id"));
		String path = AppPages.candidate(candidate.id());
		if (this.ashby.recruiter().baseUrl() == null) {
			return page(path, candidate, problem, Markup
				.of("<p>Connect the partner first, under <a href=\"{}\">Integrations</a>.</p>", IntegrationPage.PATH));
		}
		try {
			return page(path, candidate, problem, form(path, candidate, this.ashby.recruiter().assessmentTypes()));
		}
		catch (Refused ex) {
			return page(path, candidate, (problem != null) ? problem : ex.getMessage(),
					Markup.of("<p><a href=\"{}/start\">Try again</a></p>", path));
		}
	}

	private static String page(String path, Candidate candidate, @Nullable String problem, Markup body) {
		return AppPages.SITE.page(path + "/start", "Start Assessment: " + candidate.name(), problem,
				Markup.of("<p><a href=\"{}\">Back to {}</a></p><section>{}</section>", path, candidate.name(), body));
	}

	private Markup form(String path, Candidate candidate, List<AssessmentType> types) {
		if (types.isEmpty()) {
			return Markup.of("<p>The partner lists no assessment types.</p>");
		}
		List<Application> applications = this.ashby.applications(candidate.id());
		return Markup.of(
				"""
						<form method="post" action="{}/start">
						<p><label for="type">Assessment type</label><select id="type" name="type">{}</select></p>
						<p><label for="application">Application</label><select id="application" name="application">{}</select></p>
						{}<p><button class="main">Start</button></p></form>
						""",
				path,
				Markup.each(types,
						(type) -> Markup.of("<option value=\"{}\">{}</option>", type.assessmentTypeId(), type.name())),
				Markup.each(applications,
						(application) -> Markup.of("<option value=\"{}\">Backend Engineer, {}</option>",
								application.applicationId(), application.stage().title())),
				CustomFieldForm.of(this.ashby.recruiter().syncedFields()));
	}

	private void start(Request request, Form form) {
		String type = form.text("type");
		if (!Input.isUuid(type)) {
			throw new Refused(400, "Choose an assessment type");
		}
		String application = this.ashby.application(request.variable("id"), form.optionalText("application"));
		AppPages.require(this.ashby.recruiter()
			.start(type, this.ashby.application(application),
					CustomFieldForm.read(this.ashby.recruiter().syncedFields(), form)));
	}

}
