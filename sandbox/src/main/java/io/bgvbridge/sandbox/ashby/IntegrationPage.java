package io.bgvbridge.sandbox.ashby;

import java.time.Instant;
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
 * The tile of the partner: an administrator pastes token and base URL, and sees whether
 * the partner answers.
 */
final class IntegrationPage implements Screen {

	static final String PATH = "/ashby/app/integrations";

	private final Recruiter recruiter;

	private volatile @Nullable Listed listed;

	IntegrationPage(Recruiter recruiter) {
		this.recruiter = recruiter;
	}

	void addTo(Routes routes) {
		on(routes, "/app/integrations", "The partner's tile, as a page");
		on(routes, "/app/integrations/connect", "The tile's Connect button: calls assessment.list",
				(request, form) -> connect(form), PATH);
		on(routes, "/app/integrations/refresh", "The tile's Refresh button: calls assessment.list",
				(request, form) -> list(), PATH);
		on(routes, "/app/integrations/fields", "The tile's Sync Custom Fields button",
				(request, form) -> this.recruiter.customFields(Recruiter.CUSTOM_FIELDS.getFirst()), PATH);
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		String baseUrl = this.recruiter.baseUrl();
		return AppPages.SITE.page(PATH, "Integrations", problem,
				Markup.of("""
						<section><h2>Background check</h2>
						<p>What the partner's own page showed when you connected there.</p>
						<form method="post" action="{}/connect">{}{}<p><button class="main">Connect</button></p></form>
						</section>{}{}
						""", PATH, Fields.required("externalApiToken", "External API Token", null),
						Fields.required("baseUrl", "Base URL", baseUrl), Markup.when(baseUrl != null, types()),
						Markup.when(baseUrl != null, customFields())));
	}

	private Markup types() {
		Listed known = this.listed;
		return Markup.of("""
				<section><h2>Assessment types</h2>{}{}</section>
				""",
				(known != null) ? known.markup() : Markup.of("<p class=\"dim\">The partner has not listed any.</p>"),
				Fields.button(PATH + "/refresh", "refresh", "Refresh"));
	}

	private Markup customFields() {
		List<CustomField> fields = this.recruiter.syncedFields();
		return Markup.of("""
				<section><h2>Custom fields</h2><p>What the partner wants to be asked when an assessment is started.</p>
				{}{}</section>
				""",
				fields.isEmpty() ? Markup.of("<p class=\"dim\">None so far.</p>")
						: Markup.of("<ul>{}</ul>",
								Markup.each(fields,
										(field) -> Markup.of("<li>{} ({}{})</li>", field.name(), field.type(),
												field.isRequired() ? ", required" : null))),
				Fields.button(PATH + "/fields", "sync", "Sync Custom Fields"));
	}

	private void connect(Form form) {
		this.listed = null;
		this.recruiter.connect(form.text("baseUrl"), form.text("externalApiToken"));
		list();
	}

	private void list() {
		this.listed = null;
		this.listed = new Listed(this.recruiter.assessmentTypes(), Instant.now());
	}

	private record Listed(List<AssessmentType> types, Instant at) {

		Markup markup() {
			return Markup.of("<p class=\"done\" role=\"status\">Connected: the partner answered, {}.</p>{}",
					Moments.shown(this.at),
					this.types.isEmpty() ? Markup.of("<p>It lists no packages yet. Refresh in a moment.</p>")
							: Markup.of("<ul>{}</ul>", Markup.each(this.types, Listed::row)));
		}

		private static Markup row(AssessmentType type) {
			return Markup.of("<li>{} <span class=\"dim\">{}</span></li>", type.name(), type.description());
		}

	}

}
