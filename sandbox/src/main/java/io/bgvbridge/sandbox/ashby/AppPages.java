package io.bgvbridge.sandbox.ashby;

import java.net.URI;
import java.util.List;

import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Routes;
import io.bgvbridge.sandbox.page.Site;

/** Ashby's pages for administrators and recruiters. */
final class AppPages {

	static final String HOME = "/ashby/";

	static final Site SITE = new Site("ashby", "Ashby",
			List.of(new Site.Place(HOME, "Candidates"), new Site.Place(IntegrationPage.PATH, "Integrations"),
					new Site.Place(ApiKeyPage.PATH, "API Keys"), new Site.Place(WebhookPage.PATH, "Webhooks")));

	private final AshbySimulator ashby;

	private final ApiKeyPage keys;

	AppPages(AshbySimulator ashby, ApiKeys keys) {
		this.ashby = ashby;
		this.keys = new ApiKeyPage(keys);
	}

	void addTo(Routes routes) {
		new CandidateListPage(this.ashby).addTo(routes);
		new CandidatePage(this.ashby).addTo(routes);
		new StartAssessmentPage(this.ashby).addTo(routes);
		new IntegrationPage(this.ashby.recruiter()).addTo(routes);
		this.keys.addTo(routes);
		new WebhookPage(this.ashby.webhooks()).addTo(routes);
	}

	void mountedAt(URI baseUrl) {
		this.keys.mountedAt(baseUrl);
	}

	static String candidate(String id) {
		return "/ashby/app/candidates/" + id;
	}

	/**
	 * What a person at the page is told.
	 * @throws Refused unless the partner accepted
	 */
	static void require(Outcome outcome) {
		switch (outcome) {
			case Outcome.Accepted accepted -> {
			}
			case Outcome.AlreadyAssessed already ->
				throw new Refused(409, "The partner says that the candidate is being assessed already");
			case Outcome.Refused refused -> throw new Refused(422, refused.message());
			case Outcome.Broken broken -> throw new Refused(502, "The partner " + broken.problem());
		}
	}

}
