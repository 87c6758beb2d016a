package io.bgvbridge.sandbox.ashby;

import java.net.URI;

import io.bgvbridge.sandbox.ashby.webhook.Webhook;
import io.bgvbridge.sandbox.ashby.webhook.Webhooks;
import io.bgvbridge.sandbox.http.Answer;
import io.bgvbridge.sandbox.http.Members;
import io.bgvbridge.sandbox.http.Refused;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;

/** The screens on webhooks and their deliveries. */
final class WebhookScreens {

	private final Webhooks webhooks;

	WebhookScreens(Webhooks webhooks) {
		this.webhooks = webhooks;
	}

	void addTo(Routes routes) {
		routes.on("GET", "/ui/webhooks", "The webhooks and whether they are enabled", this::list)
			.on("POST", "/ui/webhooks", "Registers a webhook and pings it", this::register)
			.on("POST", "/ui/webhooks/{id}", "Changes the secret, if given, and pings again", this::edit)
			.on("DELETE", "/ui/webhooks/{id}", "Removes a webhook", this::remove)
			.on("GET", "/ui/webhooks/deliveries", "Every attempt to deliver an event",
					(request) -> Answer.json(200, this.webhooks.deliveries()))
			.on("POST", "/ui/webhooks/deliveries/{n}/again", "Delivers once more", this::again);
	}

	private Answer list(Request request) {
		return Answer.json(200, this.webhooks.list());
	}

	private Answer register(Request request) {
		Members members = Members.of(request, "requestUrl", "secretToken");
		String url = members.text("requestUrl");
		if (!ValueType.isWebAddress(url)) {
			throw new Refused(400, "requestUrl must be an http or https address");
		}
		Webhook webhook = this.webhooks.register(URI.create(url), members.text("secretToken"));
		return Answer.json(201, webhook);
	}

	private Answer edit(Request request) {
		Members members = Members.of(request, "secretToken");
		return Answer.json(200, this.webhooks.edit(request.variable("id"),
				members.has("secretToken") ? members.text("secretToken") : null));
	}

	private Answer remove(Request request) {
		this.webhooks.remove(request.variable("id"));
		return list(request);
	}

	private Answer again(Request request) {
		String number = request.variable("n");
		if (!number.matches("\\d{1,15}")) {
			throw new Refused(404, "No such delivery");
		}
		return Answer.json(200, this.webhooks.again(Long.parseLong(number)));
	}

}
