package io.bgvbridge.sandbox.springverify;

import java.net.URI;
import java.util.List;

import io.bgvbridge.sandbox.http.Form;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import io.bgvbridge.sandbox.http.Screen;
import io.bgvbridge.sandbox.page.Fields;
import io.bgvbridge.sandbox.page.Markup;
import io.bgvbridge.sandbox.page.Moments;
import io.bgvbridge.sandbox.page.Site;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's portal as a page: the token to copy, where callbacks go, and the
 * candidates with what happens to them.
 */
final class PortalPage implements Screen {

	static final String PATH = "/springverify/portal";

	private static final Site SITE = new Site("springverify", "SpringVerify", List.of());

	private static final int MOST = 50;

	private static final String SUBMIT_FORM = "submit-form";

	/** Overall status codes that a person at the vendor sets. */
	private static final List<Integer> CODES = List.of(OverallStatus.COMPLETED, 6, 5, OverallStatus.IN_PROGRESS, 9, 11,
			12, OverallStatus.CLOSED, OverallStatus.CANCELLED);

	private final SpringVerifySimulator vendor;

	private volatile URI baseUrl = URI.create("http://localhost/springverify");

	PortalPage(SpringVerifySimulator vendor) {
		this.vendor = vendor;
	}

	void mountedAt(URI url) {
		this.baseUrl = url;
	}

	void addTo(Routes routes) {
		on(routes, "/portal", "The vendor's portal, as a page");
		on(routes, "/portal/callback", "The page's form: sets where callbacks go",
				(request, form) -> this.vendor.callback(form.address("url"), form.text("secret")), PATH);
		on(routes, "/portal/credits", "The page's form: sets the credits", (request, form) -> credits(form), PATH);
		on(routes, "/portal/candidates/{id}", "The page's buttons on a candidate", this::act, PATH);
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		List<ProviderCandidate> candidates = this.vendor.newest(MOST);
		return SITE.page(PATH, "SpringVerify portal", problem, Markup.of(
				"""
						<div class="columns"><section><h2>API</h2><p>What the console asks for.</p>{}{}</section>
						<section><h2>Callbacks</h2><p>What the console shows when it has connected.</p>
						<div id="callback" data-live>{}</div>
						<form method="post" action="{}/callback">{}{}<p><button class="main">Save</button></p></form></section></div>
						<section><h2>Candidates</h2><p class="dim">The newest {} of {}.</p>
						<div id="candidates" data-live>{}</div></section>
						<section><h2>Credits</h2><form method="post" action="{}/credits" class="row">{}<p><button>Set</button></p></form>
						</section>
						""",
				Fields.copied("token", "API token", SpringVerifySimulator.API_TOKEN),
				Fields.copied("base-url", "Address of the API", this.baseUrl.toString()), callback(), PATH,
				Fields.required("url", "Callback URL", text(this.vendor.callbackUrl())),
				Fields.required("secret", "Bearer secret", null), candidates.size(), this.vendor.candidateCount(),
				candidates.isEmpty() ? Markup.of("<p class=\"dim\">Nobody was ordered yet.</p>")
						: Markup.each(candidates, PortalPage::article),
				PATH, Fields.required("credits", "Credits left", Integer.toString(this.vendor.credits()))));
	}

	private Markup callback() {
		URI url = this.vendor.callbackUrl();
		if (url == null) {
			return Markup.of("<p class=\"alert\">Nobody is called back yet.</p>");
		}
		return this.vendor.callbackDisabled() ? Markup
			.of("<p class=\"alert\">Disabled: the receiver answered 401 or 403. Save it again with the right secret.</p>")
				: Markup.of("<p class=\"done\">Callbacks go to {}</p>", url);
	}

	private static Markup article(ProviderCandidate candidate) {
		boolean awaited = candidate.code() == OverallStatus.AWAITING_INPUT;
		String id = Long.toString(candidate.id());
		return Markup.of(
				"""
						<article><h3>{}</h3><p><span class="tag">{}</span> <span class="dim">candidate {}, {}, {}, added {}</span></p>
						<form method="post" action="{}/candidates/{}">{}{}</form></article>
						""",
				candidate.name(), OverallStatus.text(candidate.code()), id, candidate.email(), candidate.phone(),
				Moments.shown(candidate.initiatedAt()), PATH, id,
				Markup.when(awaited, Fields.deed(SUBMIT_FORM, "Candidate answers", id, candidate.name())),
				Markup.each(CODES,
						(code) -> Fields.deed(Integer.toString(code), OverallStatus.text(code), id, candidate.name())));
	}

	private void act(Request request, Form form) {
		String id = request.variable("id");
		if (!id.matches("\\d{1,15}")) {
			throw new Refused(404, "No such candidate");
		}
		String deed = form.text("deed");
		if (deed.equals(SUBMIT_FORM)) {
			this.vendor.submitForm(Long.parseLong(id));
			return;
		}
		int code = CODES.stream()
			.filter((known) -> Integer.toString(known).equals(deed))
			.findFirst()
			.orElseThrow(() -> new Refused(400, "No such button"));
		this.vendor.setStatus(Long.parseLong(id), code);
	}

	private void credits(Form form) {
		String credits = form.text("credits");
		if (!credits.matches("\\d{1,9}")) {
			throw new Refused(400, "Credits are a whole number");
		}
		this.vendor.credits(Integer.parseInt(credits));
	}

	private static @Nullable String text(@Nullable URI url) {
		return (url != null) ? url.toString() : null;
	}

}
