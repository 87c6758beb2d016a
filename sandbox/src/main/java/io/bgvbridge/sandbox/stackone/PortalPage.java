package io.bgvbridge.sandbox.stackone;

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

/** StackOne's settings and the screening vendor behind it, as one page. */
final class PortalPage implements Screen {

	static final String PATH = "/stackone/portal";

	private static final Site SITE = new Site("stackone", "StackOne", List.of());

	private static final int MOST = 50;

	private static final List<Step> STEPS = List.of(new Step("in_progress", "Begin"), new Step("completed", "Complete"),
			new Step("failed", "Fail"), new Step("cancelled", "Cancel"));

	private final StackOneSimulator vendor;

	private volatile URI baseUrl = URI.create("http://localhost/stackone");

	PortalPage(StackOneSimulator vendor) {
		this.vendor = vendor;
	}

	void mountedAt(URI url) {
		this.baseUrl = url;
	}

	void addTo(Routes routes) {
		on(routes, "/portal", "StackOne's settings and the vendor behind it, as a page");
		on(routes, "/portal/webhook", "The page's form: sets where events go", (request, form) -> webhook(form), PATH);
		on(routes, "/portal/orders/{id}", "The page's buttons on an order", this::act, PATH);
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		List<ScreeningOrder> orders = this.vendor.orders();
		return SITE.page(PATH, "StackOne portal", problem, Markup.of(
				"""
						<div class="columns"><section><h2>API</h2><p>What the console asks for.</p>{}{}{}</section>
						<section><h2>Webhook</h2><p>The console shows the address when it has connected. It must know the secret
						that events are signed with.</p><div id="webhook" data-live>{}</div>
						<form method="post" action="{}/webhook">{}{}<p><button class="main">Save</button></p></form></section></div>
						<section><h2>Orders</h2><p class="dim">The newest {} of {}.</p>
						<div id="orders" data-live>{}</div></section>
						""",
				Fields.copied("api-key", "API key", StackOneSimulator.API_KEY),
				Fields.copied("account", "Account id", StackOneSimulator.ACCOUNT_ID),
				Fields.copied("base-url", "Address of the API", this.baseUrl.toString()), webhook(), PATH,
				Fields.required("url", "Webhook URL", text(this.vendor.callbackUrl())),
				Fields.required("secret", "Signing secret", this.vendor.signingSecret()), Math.min(orders.size(), MOST),
				orders.size(), orders.isEmpty() ? Markup.of("<p class=\"dim\">Nothing was ordered yet.</p>")
						: Markup.each(orders.subList(0, Math.min(orders.size(), MOST)), PortalPage::article)));
	}

	private Markup webhook() {
		URI url = this.vendor.callbackUrl();
		return (url != null) ? Markup.of("<p class=\"done\">Events go to {}</p>", url)
				: Markup.of("<p class=\"alert\">Events go nowhere yet.</p>");
	}

	private static Markup article(ScreeningOrder order) {
		String name = order.firstName() + " " + order.lastName();
		return Markup.of("""
				<article><h3>{}</h3><p><span class="tag">{}</span> <span class="dim">order {}, {}, ordered {}</span></p>
				<form method="post" action="{}/orders/{}">{}</form></article>
				""", name, order.result().status(), order.id(), order.email(), Moments.shown(order.createdAt()), PATH,
				order.id(), Markup.each(STEPS, (step) -> Fields.deed(step.status(), step.label(), order.id(), name)));
	}

	private void act(Request request, Form form) {
		String status = form.text("deed");
		if (STEPS.stream().noneMatch((step) -> step.status().equals(status))) {
			throw new Refused(400, "No such button");
		}
		boolean completed = status.equals("completed");
		this.vendor.setResult(request.variable("id"), status, completed ? "75" : null,
				completed ? "Background check completed" : null, EventDelivery.ONCE);
	}

	private void webhook(Form form) {
		URI url = form.address("url");
		this.vendor.signingSecret(form.text("secret"));
		this.vendor.callback(url);
	}

	private static @Nullable String text(@Nullable URI url) {
		return (url != null) ? url.toString() : null;
	}

	private record Step(String status, String label) {
	}

}
