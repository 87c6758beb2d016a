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
import org.jspecify.annotations.Nullable;

/** Ashby's first page: the candidates, and a form that adds one. */
final class CandidateListPage implements Screen {

	private static final int MOST = 100;

	private final AshbySimulator ashby;

	CandidateListPage(AshbySimulator ashby) {
		this.ashby = ashby;
	}

	void addTo(Routes routes) {
		on(routes, "/", "The candidates, as a page");
		on(routes, "/app/candidates", "The page's form: adds a candidate", (request, form) -> add(form), AppPages.HOME);
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		List<Candidate> newestFirst = new ArrayList<>(this.ashby.candidates());
		Collections.reverse(newestFirst);
		List<Candidate> added = newestFirst.stream().filter((each) -> !Candidates.isSeeded(each)).limit(MOST).toList();
		List<Candidate> seeded = this.ashby.candidates().stream().filter(Candidates::isSeeded).toList();
		return AppPages.SITE.page(AppPages.HOME, "Candidates", problem, Markup.of("""
				<section class="scroll"><table>
				<caption>Backend Engineer; those who were added come first</caption>
				<thead><tr><th scope="col">Candidate</th><th scope="col">E-mail</th><th scope="col">Phone</th>
				<th scope="col">Stage</th><th scope="col">Assessments</th></tr></thead>
				<tbody id="candidates" data-live>{}{}</tbody></table></section>
				{}
				""", Markup.each(added, this::row), Markup.each(seeded, this::row), addition()));
	}

	private Markup row(Candidate candidate) {
		List<String> applications = this.ashby.applications(candidate.id())
			.stream()
			.map(Application::applicationId)
			.toList();
		List<Assessment> assessments = this.ashby.assessments()
			.stream()
			.filter((assessment) -> applications.contains(assessment.applicationId()))
			.toList();
		return Markup.of("""
				<tr><th scope="row"><a href="{}">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>
				""", AppPages.candidate(candidate.id()), candidate.name(), candidate.email(), candidate.phone(),
				Markup.each(this.ashby.applications(candidate.id()),
						(application) -> Markup.of("{} ", application.stage().title())),
				Markup.each(assessments, (assessment) -> Markup.of("<span class=\"tag {}\">{}</span> ",
						assessment.state(), AssessmentViews.inShort(assessment))));
	}

	private static Markup addition() {
		return Markup.of(
				"""
						<section><h2>Add a candidate</h2>
						<form method="post" action="/ashby/app/candidates">{}{}{}{}<p><button class="main">Add</button></p></form>
						</section>
						""",
				Fields.required("firstName", "First name", null), Fields.required("lastName", "Last name", null),
				Fields.required("email", "E-mail", null), Fields.optional("tel", "phone", "Phone", null));
	}

	private void add(Form form) {
		this.ashby.addCandidate(form.text("firstName"), form.text("lastName"), form.text("email"),
				form.optionalText("phone"));
	}

}
