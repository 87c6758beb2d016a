package io.bgvbridge.sandbox.stackone;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.bgvbridge.sandbox.callback.Signing;
import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Members;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Routes;

/** The screening vendor behind StackOne, over HTTP, below {@code /ui/}. */
final class Portal {

	private static final String[] STATUS = { "status", "statuses", "score", "summary", "callback", "times", "delayMs",
			"signing", "singular", "bare", "accountId", "reversed", "ageSeconds", "missing" };

	private static final Set<String> DATA = Set.of("id", "remote_id", "order_id", "score", "start_date",
			"submission_date", "summary", "status", "result_url", "unified_custom_fields");

	private final StackOneSimulator vendor;

	private final Routes routes = new Routes();

	Portal(StackOneSimulator vendor, PortalPage page) {
		this.vendor = vendor;
		this.routes.on("POST", "/ui/webhook", "Sets where events go, and their signing secret", this::setWebhook)
			.on("GET", "/ui/webhook", "Where events go", (request) -> webhook())
			.on("GET", "/ui/events", "The events that were due", (request) -> Answer.json(200, vendor.events()))
			.on("GET", "/ui/orders", "Every order, newest first", (request) -> Answer.json(200, vendor.orders()))
			.on("POST", "/ui/orders/{id}/status", "Sets a status, or several, with score and summary", this::status)
			.on("POST", "/ui/settings", "Linked account, newlines, lifetime of result pages", this::settings)
			.on("GET", "/ui/settings", "The linked account", (request) -> settingsState());
		page.addTo(this.routes);
	}

	Answer answer(Request request) {
		return this.routes.answer(request);
	}

	List<Route> list() {
		return this.routes.list();
	}

	private Answer setWebhook(Request request) {
		Members members = Members.of(request, "url", "secret");
		this.vendor.callback(members.address("url"));
		if (members.has("secret")) {
			this.vendor.signingSecret(members.text("secret"));
		}
		return webhook();
	}

	private Answer webhook() {
		URI url = this.vendor.callbackUrl();
		return Answer.json(200, Json.object().put("url", (url != null) ? url.toString() : null));
	}

	private Answer status(Request request) {
		Members members = Members.of(request, STATUS);
		EventDelivery delivery = delivery(members);
		List<String> statuses = members.texts("statuses");
		ScreeningOrder changed = statuses.isEmpty()
				? this.vendor.setResult(request.variable("id"), members.text("status"), members.optionalText("score"),
						members.optionalText("summary"), delivery)
				: this.vendor.setStatuses(request.variable("id"), statuses, delivery);
		return Answer.json(200, changed);
	}

	private static EventDelivery delivery(Members members) {
		if (!members.flag("callback", true)) {
			return EventDelivery.NONE;
		}
		Set<String> missing = Set.copyOf(members.texts("missing"));
		if (!DATA.containsAll(missing)) {
			throw new Refused(400, "Member 'missing' lists members of data");
		}
		return new EventDelivery(members.integer("times", 1, 1, 10),
				Duration.ofMillis(members.integer("delayMs", 0, 0, 600_000)),
				Signing.of(members.optionalText("signing")),
				new EventDelivery.Spelling(members.flag("singular", false), members.flag("bare", false),
						members.optionalText("accountId")),
				members.flag("reversed", false),
				Duration.ofSeconds(members.integer("ageSeconds", 0, 0, Integer.MAX_VALUE)), missing);
	}

	private Answer settings(Request request) {
		Members members = Members.of(request, "accountDisabled", "heartbeats", "resultPageSeconds");
		int newlines = members.integer("heartbeats", 0, 0, 1000);
		int seconds = members.integer("resultPageSeconds", 0, 0, Integer.MAX_VALUE);
		if (members.has("accountDisabled")) {
			this.vendor.accountDisabled(members.flag("accountDisabled", false));
		}
		if (members.has("heartbeats")) {
			this.vendor.heartbeats(newlines);
		}
		if (members.has("resultPageSeconds")) {
			this.vendor.resultPageLifetime(Duration.ofSeconds(seconds));
		}
		return settingsState();
	}

	private Answer settingsState() {
		return Answer.json(200, Json.object().put("accountDisabled", this.vendor.accountDisabled()));
	}

}
