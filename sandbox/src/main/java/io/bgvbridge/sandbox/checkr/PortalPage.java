package io.bgvbridge.sandbox.checkr;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.bgvbridge.sandbox.http.Form;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import io.bgvbridge.sandbox.http.Screen;
import io.bgvbridge.sandbox.page.Fields;
import io.bgvbridge.sandbox.page.Markup;
import io.bgvbridge.sandbox.page.Moments;
import io.bgvbridge.sandbox.page.Site;
import org.jspecify.annotations.Nullable;

/**
 * Checkr's dashboard as a page: the key to copy, where webhooks go, invitations and
 * reports with what happens to them.
 */
final class PortalPage implements Screen {

	static final String PATH = "/checkr/portal";

	private static final Site SITE = new Site("checkr", "Checkr", List.of());

	private static final int MOST = 50;

	private final CheckrSimulator vendor;

	private volatile URI baseUrl = URI.create("http://localhost/checkr");

	PortalPage(CheckrSimulator vendor) {
		this.vendor = vendor;
	}

	void mountedAt(URI url) {
		this.baseUrl = url;
	}

	void addTo(Routes routes) {
		on(routes, "/portal", "Checkr's dashboard, as a page");
		on(routes, "/portal/webhook", "The page's form: sets where webhooks go", (request, form) -> webhook(form),
				PATH);
		on(routes, "/portal/invitations/{id}", "The page's buttons on an invitation", (request,
				form) -> Step.of(Step.ON_INVITATIONS, form.text("deed")).take(this.vendor, request.variable("id")),
				PATH);
		on(routes, "/portal/reports/{id}", "The page's buttons on a report", (request,
				form) -> Step.of(Step.ON_REPORTS, form.text("deed")).take(this.vendor, request.variable("id")), PATH);
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		return SITE.page(PATH, "Checkr dashboard", problem, Markup.of(
				"""
						<div class="columns"><section><h2>API</h2><p>What the console asks for; the account's nodes are ENG and
						SALES.</p>{}{}</section>
						<section><h2>Webhooks</h2><p>The console shows the address when it has connected. Webhooks are signed with
						the API key, unless another secret is agreed.</p><div id="webhook" data-live>{}</div>
						<form method="post" action="{}/webhook">{}{}<p><button class="main">Save</button></p></form></section></div>
						<section><h2>Reports</h2><div id="reports" data-live>{}</div></section>
						<section><h2>Invitations</h2><div id="invitations" data-live>{}</div></section>
						""",
				Fields.copied("api-key", "API key", CheckrSimulator.API_KEY),
				Fields.copied("base-url", "Address of the API", this.baseUrl.toString()), webhook(), PATH,
				Fields.required("url", "Webhook URL", text(this.vendor.callbackUrl())),
				Fields.required("secret", "Signing secret", this.vendor.signingSecret()), reports(), invitations()));
	}

	private Markup webhook() {
		URI url = this.vendor.callbackUrl();
		return (url != null) ? Markup.of("<p class=\"done\">Webhooks go to {}</p>", url)
				: Markup.of("<p class=\"alert\">Webhooks go nowhere yet.</p>");
	}

	private Markup reports() {
		Map<String, String> names = names();
		List<CheckrReport> reports = this.vendor.reports().stream().limit(MOST).toList();
		return reports.isEmpty()
				? Markup.of("<p class=\"dim\">None: a report begins when the candidate has answered.</p>")
				: Markup.each(reports, (report) -> article(report, names.getOrDefault(report.candidateId(), "")));
	}

	private static Markup article(CheckrReport report, String name) {
		CheckrReport.Standing standing = report.standing();
		return Markup.of(
				"""
						<article><h3>{}</h3><p><span class="tag">{} {}</span> {}
						<span class="dim">report {}, {}, begun {}</span></p><form method="post" action="{}/reports/{}">{}</form></article>
						""",
				name, standing.status(), standing.verdict().result(), standing.adjudication(), report.id(),
				report.order().packageSlug(), Moments.shown(report.createdAt()), PATH, report.id(),
				Markup.each(Step.ON_REPORTS, (step) -> Fields.deed(step.deed(), step.label(), report.id(), name)));
	}

	private Markup invitations() {
		Map<String, String> names = names();
		List<Invitation> invitations = this.vendor.invitations().stream().limit(MOST).toList();
		return invitations.isEmpty() ? Markup.of("<p class=\"dim\">Nobody was invited yet.</p>") : Markup
			.each(invitations, (invitation) -> article(invitation, names.getOrDefault(invitation.candidateId(), "")));
	}

	private static Markup article(Invitation invitation, String name) {
		return Markup.of(
				"""
						<article><h3>{}</h3><p><span class="tag">{}</span> <span class="dim">invitation {}, {}, made {}</span></p>{}
						</article>
						""",
				name, (invitation.deletedAt() != null) ? "deleted" : invitation.status(), invitation.id(),
				invitation.order().packageSlug(), Moments.shown(invitation.createdAt()),
				Markup.when(invitation.isOpen(),
						Markup.of("<form method=\"post\" action=\"{}/invitations/{}\">{}</form>", PATH, invitation.id(),
								Markup.each(Step.ON_INVITATIONS,
										(step) -> Fields.deed(step.deed(), step.label(), invitation.id(), name)))));
	}

	private Map<String, String> names() {
		return this.vendor.candidates().stream().collect(Collectors.toMap(CheckrCandidate::id, CheckrCandidate::name));
	}

	private void webhook(Form form) {
		URI url = form.address("url");
		this.vendor.signingSecret(form.text("secret"));
		this.vendor.callback(url);
	}

	private static @Nullable String text(@Nullable URI url) {
		return (url != null) ? url.toString() : null;
	}

}
