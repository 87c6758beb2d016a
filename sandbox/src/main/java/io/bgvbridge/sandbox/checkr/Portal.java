package io.bgvbridge.sandbox.checkr;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.bgvbridge.sandbox.callback.Signing;
import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Json;
import io.bgvbridge.sandbox.http.Members;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Route;
import io.bgvbridge.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** The candidate's form and Checkr's dashboard over HTTP, below {@code /ui/}. */
final class Portal {

	private static final List<String> DELIVERY = List.of("webhook", "times", "delayMs", "signing", "reversed",
			"ageSeconds");

	private static final Set<String> ADJUDICATIONS = Set.of("engaged", "pre_adverse_action", "post_adverse_action");

	private final CheckrSimulator vendor;

	private final Routes routes = new Routes();

	Portal(CheckrSimulator vendor, PortalPage page) {
		this.vendor = vendor;
		this.routes.on("POST", "/ui/webhook", "Sets where webhooks go, and their signing secret", this::setWebhook)
			.on("GET", "/ui/webhook", "Where webhooks go", (request) -> webhook())
			.on("GET", "/ui/events", "Every attempt to deliver a webhook",
					(request) -> Answer.json(200, vendor.webhooks()))
			.on("GET", "/ui/candidates", "Every candidate, newest first",
					(request) -> Answer.json(200, vendor.candidates()))
			.on("GET", "/ui/invitations", "Every invitation, newest first",
					(request) -> Answer.json(200, vendor.invitations()))
			.on("GET", "/ui/reports", "Every report, newest first", (request) -> Answer.json(200, vendor.reports()))
			.on("POST", "/ui/settings", "Rate limit, lifetime of invitations, retries of webhooks", this::settings);
		step("/ui/invitations/{id}/fill-form", "The candidate fills in the form", vendor::fillForm);
		step("/ui/invitations/{id}/expire", "The invitation runs out", vendor::expireInvitation);
		step("/ui/reports/{id}/suspend", "The candidate owes something", vendor::suspend);
		step("/ui/reports/{id}/resume", "Goes on after a suspension", vendor::resume);
		step("/ui/reports/{id}/pause", "Pauses the report", vendor::pause);
		step("/ui/reports/{id}/dispute", "The candidate disputes the result", vendor::dispute);
		step("/ui/reports/{id}/cancel", "Cancels the report", vendor::cancelReport);
		this.routes
			.on("POST", "/ui/reports/{id}/complete", "Completes the report, or completes it anew", this::complete)
			.on("POST", "/ui/reports/{id}/adjudicate", "engaged, pre_adverse_action, post_adverse_action",
					this::adjudicate)
			.on("POST", "/ui/reports/{id}/expect", "Moves the time at which it is expected", this::expect);
		page.addTo(this.routes);
	}

	Answer answer(Request request) {
		return this.routes.answer(request);
	}

	List<Route> list() {
		return this.routes.list();
	}

	private void step(String path, String what, BiFunction<String, WebhookDelivery, ?> step) {
		this.routes.on("POST", path, what,
				(request) -> Answer.json(200, step.apply(request.variable("id"), delivery(members(request)))));
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

	private Answer complete(Request request) {
		Members members = members(request, "result", "assessment", "includesCanceled");
		CheckrReport.Verdict verdict = new CheckrReport.Verdict(oneOf(members, "result", Set.of("clear", "consider")),
				oneOf(members, "assessment", Set.of("eligible", "review", "escalated")),
				members.flag("includesCanceled", false));
		return Answer.json(200, this.vendor.complete(request.variable("id"), verdict, delivery(members)));
	}

	private Answer adjudicate(Request request) {
		Members members = members(request, "adjudication");
		members.text("adjudication");
		String adjudication = String.valueOf(oneOf(members, "adjudication", ADJUDICATIONS));
		return Answer.json(200, this.vendor.adjudicate(request.variable("id"), adjudication, delivery(members)));
	}

	private Answer expect(Request request) {
		Members members = members(request, "inHours");
		Instant time = members.has("inHours")
				? Instant.now().plus(Duration.ofHours(members.integer("inHours", 0, 0, 10_000))) : null;
		return Answer.json(200, this.vendor.expect(request.variable("id"), time, delivery(members)));
	}

	private Answer settings(Request request) {
		Members members = Members.of(request, "rateLimit", "rateWindowSeconds", "invitationSeconds", "retryDelayMs");
		int limit = members.integer("rateLimit", 1200, 0, 1_000_000);
		Duration window = Duration.ofSeconds(members.integer("rateWindowSeconds", 60, 1, 3600));
		int lifetime = members.integer("invitationSeconds", 0, 0, Integer.MAX_VALUE);
		int retry = members.integer("retryDelayMs", 500, 1, 3_600_000);
		if (members.has("rateLimit") || members.has("rateWindowSeconds")) {
			this.vendor.rateLimit(limit, window);
		}
		if (members.has("invitationSeconds")) {
			this.vendor.invitationLifetime(Duration.ofSeconds(lifetime));
		}
		if (members.has("retryDelayMs")) {
			this.vendor.retryDelay(Duration.ofMillis(retry));
		}
		return Answer.json(200, Json.object());
	}

	private static Members members(Request request, String... more) {
		return Members.of(request, Stream.concat(DELIVERY.stream(), Arrays.stream(more)).toArray(String[]::new));
	}

	private static @Nullable String oneOf(Members members, String name, Set<String> known) {
		String text = members.optionalText(name);
		if (text != null && !known.contains(text)) {
			throw new Refused(400,
					"Member '" + name + "' is one of " + String.join(", ", known.stream().sorted().toList()));
		}
		return text;
	}

	private static WebhookDelivery delivery(Members members) {
		if (!members.flag("webhook", true)) {
			return WebhookDelivery.NONE;
		}
		return new WebhookDelivery(members.integer("times", 1, 1, 10),
				Duration.ofMillis(members.integer("delayMs", 0, 0, 600_000)),
				Signing.of(members.optionalText("signing")), members.flag("reversed", false),
				Duration.ofSeconds(members.integer("ageSeconds", 0, 0, Integer.MAX_VALUE)));
	}

}
