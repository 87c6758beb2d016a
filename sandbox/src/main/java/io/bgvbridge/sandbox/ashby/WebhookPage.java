package io.bgvbridge.sandbox.ashby;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.bgvbridge.sandbox.ashby.webhook.Webhook;
import io.bgvbridge.sandbox.ashby.webhook.WebhookDelivery;
import io.bgvbridge.sandbox.ashby.webhook.Webhooks;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import io.bgvbridge.sandbox.http.Screen;
import io.bgvbridge.sandbox.page.Fields;
import io.bgvbridge.sandbox.page.Markup;
import io.bgvbridge.sandbox.page.Moments;
import org.jspecify.annotations.Nullable;

/** The organisation's webhooks: where events go, and what became of the last ones. */
final class WebhookPage implements Screen {

	static final String PATH = "/ashby/app/webhooks";

	private static final int MOST = 20;

	private final Webhooks webhooks;

	WebhookPage(Webhooks webhooks) {
		this.webhooks = webhooks;
	}

	void addTo(Routes routes) {
		on(routes, "/app/webhooks", "The webhooks, as a page");
		on(routes, "/app/webhooks", "The page's form: registers a webhook and pings it",
				(request, form) -> this.webhooks.register(form.address("requestUrl"), form.text("secretToken")), PATH);
		on(routes, "/app/webhooks/{webhook}/ping", "The page's form: changes the secret, if given, and pings",
				(request, form) -> this.webhooks.edit(request.variable("webhook"), form.optionalText("secretToken")),
				PATH);
		on(routes, "/app/webhooks/{webhook}/remove", "The page's Remove button",
				(request, form) -> this.webhooks.remove(request.variable("webhook")), PATH);
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		return AppPages.SITE.page(PATH, "Webhooks", problem, Markup.of("""
				<section><h2>Webhooks</h2>{}</section>
				<section><h2>New webhook</h2><form method="post" action="{}">{}{}
				<p><button class="main">Register</button></p></form></section>
				<section class="scroll"><h2>Deliveries</h2>
				<table><caption>The newest first</caption><thead><tr><th scope="col">Time</th><th scope="col">Event</th>
				<th scope="col">Attempt</th><th scope="col">Answer</th></tr></thead>
				<tbody id="deliveries" data-live>{}</tbody></table></section>
				""",
				this.webhooks.list().isEmpty() ? Markup.of("<p class=\"dim\">None.</p>")
						: Markup.each(this.webhooks.list(), WebhookPage::article),
				PATH, Fields.required("requestUrl", "Request URL", null),
				Fields.required("secretToken", "Secret token", null), Markup.each(newest(), WebhookPage::row)));
	}

	private List<WebhookDelivery> newest() {
		List<WebhookDelivery> deliveries = new ArrayList<>(this.webhooks.deliveries());
		Collections.reverse(deliveries);
		return deliveries.stream().limit(MOST).toList();
	}

	private static Markup article(Webhook webhook) {
		String id = webhook.id();
		return Markup.of(
				"""
						<article><h3>{}</h3><p><span class="tag {}">{}</span></p>
						<form method="post" action="{}/{}/ping"><p><label for="secret-{}">Another secret <small>(optional)</small></label>
						<input id="secret-{}" name="secretToken" autocomplete="off"></p><p><button>Ping</button></p></form>{}</article>
						""",
				webhook.requestUrl(), webhook.enabled() ? "complete" : "cancelled",
				webhook.enabled() ? "enabled" : "disabled: its ping was not answered with 2xx", PATH, id, id, id,
				Fields.button(PATH + "/" + id + "/remove", "remove-" + id, "Remove"));
	}

	private static Markup row(WebhookDelivery delivery) {
		return Markup.of("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", Moments.shown(delivery.time()),
				delivery.action(), delivery.attempt(), (delivery.status() != null) ? delivery.status() : "none");
	}

}
