package io.bgvbridge.sandbox.springverify;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Members;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The candidate's form and the vendor's portal over HTTP, below {@code /ui/}. */
final class Portal {

	private final SpringVerifySimulator vendor;

	private final Routes routes = new Routes();

	Portal(SpringVerifySimulator vendor, PortalPage page) {
		this.vendor = vendor;
		this.routes.on("POST", "/ui/callback", "Sets where callbacks go, and enables them", this::setCallback)
			.on("GET", "/ui/callback", "Where callbacks go, and whether they are disabled",
					(request) -> callbackState())
			.on("GET", "/ui/callbacks", "The callbacks that were due",
					(request) -> Answer.json(200, vendor.callbacks()))
			.on("GET", "/ui/candidates", "Every candidate, newest first", this::candidates)
			.on("POST", "/ui/candidates/{id}/submit-form", "The candidate fills in the form", this::submitForm)
			.on("POST", "/ui/candidates/{id}/status", "Sets any overall status code", this::status)
			.on("POST", "/ui/candidates/{id}/complete", "Completes the check", this::complete)
			.on("POST", "/ui/candidates/{id}/cancel", "Cancels the check", this::cancel)
			.on("POST", "/ui/settings", "Credits, duplicates, lifetime of report addresses", this::settings)
			.on("GET", "/ui/settings", "Credits and duplicates", (request) -> settingsState());
		page.addTo(this.routes);
	}

	Answer answer(Request request) {
		return this.routes.answer(request);
	}

	List<Route> list() {
		return this.routes.list();
	}

	private Answer setCallback(Request request) {
		Members members = Members.of(request, "url", "secret");
		this.vendor.callback(members.address("url"), members.text("secret"));
		return callbackState();
	}

	private Answer callbackState() {
		URI url = this.vendor.callbackUrl();
		return Answer.json(200,
				Json.object()
					.put("url", (url != null) ? url.toString() : null)
					.put("disabled", this.vendor.callbackDisabled()));
	}

	private Answer candidates(Request request) {
		ArrayNode all = Json.array();
		this.vendor.candidates().forEach((candidate) -> all.add(view(candidate)));
		return Answer.json(200, all);
	}

	private Answer submitForm(Request request) {
		Members members = Members.of(request, "callback", "times", "delayMs", "unsigned");
		return Answer.json(200, view(this.vendor.submitForm(id(request), delivery(members))));
	}

	private Answer status(Request request) {
		Members members = Members.of(request, "code", "callback", "times", "delayMs", "unsigned");
		if (!members.has("code")) {
			throw new Refused(400, "Member 'code' is required");
		}
		return Answer.json(200,
				view(this.vendor.setStatus(id(request), members.integer("code", 0), delivery(members))));
	}

	private Answer complete(Request request) {
		Members members = Members.of(request, "callback", "times", "delayMs", "unsigned");
		return Answer.json(200, view(this.vendor.setStatus(id(request), OverallStatus.COMPLETED, delivery(members))));
	}

	private Answer cancel(Request request) {
		Members members = Members.of(request, "callback", "times", "delayMs", "unsigned");
		return Answer.json(200, view(this.vendor.setStatus(id(request), OverallStatus.CANCELLED, delivery(members))));
	}

	private Answer settings(Request request) {
		Members members = Members.of(request, "acceptDuplicates", "credits", "reportLinkSeconds");
		int credits = members.integer("credits", 0);
		int lifetime = members.integer("reportLinkSeconds", 0);
		if (credits < 0 || lifetime < 0) {
			throw new Refused(400, "Numbers must not be negative");
		}
		if (members.has("credits")) {
			this.vendor.credits(credits);
		}
		if (members.has("acceptDuplicates")) {
			this.vendor.acceptDuplicates(members.flag("acceptDuplicates", false));
		}
		if (members.has("reportLinkSeconds")) {
			this.vendor.reportLinkLifetime(Duration.ofSeconds(lifetime));
		}
		return settingsState();
	}

	private Answer settingsState() {
		return Answer.json(200,
				Json.object()
					.put("acceptDuplicates", this.vendor.acceptsDuplicates())
					.put("credits", this.vendor.credits()));
	}

	private static Delivery delivery(Members members) {
		int times = members.integer("times", 1);
		int delay = members.integer("delayMs", 0);
		if (times < 1 || times > 10 || delay < 0 || delay > 600_000) {
			throw new Refused(400, "times is 1 to 10, delayMs is 0 to 600000");
		}
		return members.flag("callback", true)
				? new Delivery(times, Duration.ofMillis(delay), !members.flag("unsigned", false)) : Delivery.NONE;
	}

	private static ObjectNode view(ProviderCandidate candidate) {
		ObjectNode view = (ObjectNode) Json.tree(candidate);
		view.remove("formToken");
		view.put("status", OverallStatus.text(candidate.code()));
		return view;
	}

	private static long id(Request request) {
		String id = request.variable("id");
		if (!id.matches("\\d{1,15}")) {
			throw new Refused(404, "No such candidate");
		}
		return Long.parseLong(id);
	}

}
