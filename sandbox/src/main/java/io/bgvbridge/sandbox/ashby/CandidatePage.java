package io.bgvbridge.sandbox.ashby;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.bgvbridge.sandbox.http.Form;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import io.bgvbridge.sandbox.http.Screen;
import io.bgvbridge.sandbox.page.Fields;
import io.bgvbridge.sandbox.page.Markup;
import io.bgvbridge.sandbox.page.Moments;
import org.jspecify.annotations.Nullable;

/**
 * One candidate: assessments, which change by themselves, notes, files, and what a
 * recruiter does.
 */
final class CandidatePage implements Screen {

	private static final String SELF = AppPages.candidate("{id}");

	private final AshbySimulator ashby;

	CandidatePage(AshbySimulator ashby) {
		this.ashby = ashby;
	}

	void addTo(Routes routes) {
		on(routes, "/app/candidates/{id}", "A candidate, as a page");
		on(routes, "/app/candidates/{id}/assessments/{assessment}/cancel", "The page's Cancel button",
				(request, form) -> AppPages.require(this.ashby.recruiter().cancel(request.variable("assessment"))),
				SELF);
		on(routes, "/app/candidates/{id}/move", "The page's form: moves to a stage",
				(request, form) -> this.ashby.pipeline().move(application(request, form), form.text("stage"), null),
				SELF);
		on(routes, "/app/candidates/{id}/hire", "The page's Hire button",
				(request, form) -> this.ashby.pipeline().hire(application(request, form)), SELF);
		on(routes, "/app/candidates/{id}/merge", "The page's form: merges into another candidate",
				(request, form) -> this.ashby.pipeline().merge(request.variable("id"), form.text("into")),
				AppPages.HOME);
		on(routes, "/app/candidates/{id}/delete", "The page's Delete button",
				(request, form) -> this.ashby.pipeline().delete(request.variable("id")), AppPages.HOME);
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		Candidate candidate = this.ashby.candidate(request.variable("id"));
		String path = AppPages.candidate(candidate.id());
		List<Application> applications = this.ashby.applications(candidate.id());
		return AppPages.SITE.page(path, candidate.name(), problem, Markup.of("""
				<p><a href="/ashby/">All candidates</a></p>
				{}
				<section aria-labelledby="assessments-title"><h2 id="assessments-title">Assessments</h2>
				<p><a class="main" href="{}/start">Start Assessment</a></p>
				<div id="assessments" data-live>{}</div></section>
				<div class="columns">{}{}</div>
				{}
				""", profile(candidate, applications), path, assessments(candidate, applications, path),
				notes(candidate), files(candidate), deeds(candidate, applications, path)));
	}

	private static Markup profile(Candidate candidate, List<Application> applications) {
		return Markup.of("""
				<section><h2>Profile</h2><dl><dt>E-mail</dt><dd>{}</dd><dt>Phone</dt><dd>{}</dd>{}
				<dt>Candidate id</dt><dd>{}</dd></dl></section>
				""", candidate.email(), (candidate.phone() != null) ? candidate.phone() : "none",
				Markup.each(applications, (application) -> Markup.of("<dt>Backend Engineer</dt><dd>{}, {}</dd>",
						application.stage().title(), application.status())),
				candidate.id());
	}

	private Markup assessments(Candidate candidate, List<Application> applications, String path) {
		List<String> ids = applications.stream().map(Application::applicationId).toList();
		List<Assessment> started = new ArrayList<>(this.ashby.assessments()
			.stream()
			.filter((assessment) -> ids.contains(assessment.applicationId()))
			.toList());
		Collections.reverse(started);
		List<CompletedAssessment> completed = this.ashby.completedAssessments()
			.stream()
			.filter((assessment) -> assessment.candidateId().equals(candidate.id()))
			.toList();
		if (started.isEmpty() && completed.isEmpty()) {
			return Markup.of("<p class=\"dim\">None yet.</p>");
		}
		return Markup.of("<p class=\"unseen\" role=\"status\">{}</p>{}{}",
				started.isEmpty() ? null : AssessmentViews.inShort(started.getFirst()),
				Markup.each(started,
						(assessment) -> AssessmentViews.full(assessment,
								this.ashby.recruiter().typeName(assessment.assessmentTypeId()), path)),
				Markup.each(completed, AssessmentViews::full));
	}

	private Markup notes(Candidate candidate) {
		List<Note> notes = this.ashby.notes()
			.stream()
			.filter((note) -> note.candidateId().equals(candidate.id()))
			.toList();
		return Markup.of("<section><h2>Notes</h2><div id=\"notes\" data-live>{}</div></section>",
				notes.isEmpty() ? Markup.of("<p class=\"dim\">None.</p>") : Markup.each(notes, (note) -> Markup
					.of("<p>{}<br><span class=\"dim\">{}</span></p>", note.text(), Moments.shown(note.createdAt()))));
	}

	private Markup files(Candidate candidate) {
		List<CandidateFile> files = this.ashby.files(candidate.id());
		return Markup.of("<section><h2>Files</h2><div id=\"files\" data-live>{}</div></section>",
				files.isEmpty() ? Markup.of("<p class=\"dim\">None.</p>")
						: Markup.each(files,
								(file) -> Markup.of("<p>{}<br><span class=\"dim\">{}, {} bytes, {}</span></p>",
										file.name(), file.contentType(), file.size(),
										Moments.shown(file.attachedAt()))));
	}

	private Markup deeds(Candidate candidate, List<Application> applications, String path) {
		List<Candidate> others = this.ashby.candidates()
			.stream()
			.filter((other) -> !other.id().equals(candidate.id()))
			.toList();
		return Markup.of("""
				<section><h2>What else a recruiter does</h2><div class="columns">
				<form method="post" action="{}/move">{}{}<p><button>Move to stage</button></p></form>
				<form method="post" action="{}/merge"><p><label for="into">Merge into</label>
				<select id="into" name="into">{}</select></p><p><button>Merge</button></p></form></div>
				<div class="row">{}{}</div></section>
				""", path, Fields.required("stage", "Stage", "Background check"), application(applications), path,
				Markup.each(others,
						(other) -> Markup.of("<option value=\"{}\">{}, {}</option>", other.id(), other.name(),
								other.email())),
				Fields.button(path + "/hire", "hire", "Hire"), Fields.button(path + "/delete", "delete", "Delete"));
	}

	private static Markup application(List<Application> applications) {
		return Markup.when(applications.size() > 1,
				Markup.of(
						"""
								<p><label for="application">Application</label><select id="application" name="application">{}</select></p>
								""",
						Markup.each(applications,
								(application) -> Markup.of("<option value=\"{}\">{}, {}</option>",
										application.applicationId(), application.stage().title(),
										application.applicationId()))));
	}

	private String application(Request request, Form form) {
		return this.ashby.application(request.variable("id"), form.optionalText("application"));
	}

}
