package io.bgvbridge.sandbox.http;

import java.net.URI;
import java.util.List;

import io.bgvbridge.sandbox.page.Markup;
import io.bgvbridge.sandbox.page.Site;
import org.jspecify.annotations.Nullable;

/** The sandbox's first page: what is here, and the way to a first check. */
final class StartPage {

	private static final Site SITE = new Site("sandbox", "BGV Bridge", List.of());

	private final List<Simulator> simulators;

	private volatile @Nullable URI console;

	StartPage(List<Simulator> simulators) {
		this.simulators = simulators;
	}

	void console(URI address) {
		this.console = address;
	}

	String shown() {
		return SITE.page("/", "Sandbox", null, Markup.of("{}{}{}", places(), walk(), more()));
	}

	private Markup places() {
		return Markup.of("<section><h2>What is here</h2><ul>{}{}</ul></section>", console("the console", """
				<li><a href="{}">{}</a>: the product itself. Log in with the name and password that
				<code>./bgv up</code> printed.</li>"""), Markup.each(this.simulators, (simulator) -> Markup
			.of("<li><a href=\"{}\">{}</a></li>", simulator.home(), simulator.introduction())));
	}

	private Markup walk() {
		return Markup.of("""
				<section><h2>Your first check in three minutes</h2><ol>
				<li>Log in to {} and press <em>Connect</em>. Choose SpringVerify. What the form asks for is on
				<a href="/ashby/app/keys">Ashby's page of API keys</a> (key and base URL) and on
				<a href="/springverify/portal">SpringVerify's portal</a> (token and base URL).</li>
				<li>The console tests both sides and then shows an <em>External API Token</em>, a <em>Base URL</em>,
				a callback address and its secret. Token and base URL go into
				<a href="/ashby/app/integrations">Ashby's tile</a>, where <em>Connect</em> lists the packages.
				Callback address and secret go into <a href="/springverify/portal">SpringVerify's portal</a>.</li>
				<li>On <a href="/ashby/">Ashby's list of candidates</a> choose Meera Nair, press <em>Start
				Assessment</em> and choose a package. Ashby shows <em>Started</em>, with date and time.</li>
				<li>In <a href="/springverify/portal">SpringVerify's portal</a> let the candidate answer, and then
				complete the check.</li>
				<li>Back on the candidate's page in Ashby, status and result have changed by themselves.
				<em>Full report</em> opens with your login of the console.</li>
				</ol></section>
				""", console("the console", "<a href=\"{}\">{}</a>"));
	}

	private Markup console(String name, String template) {
		URI address = this.console;
		if (address != null) {
			return Markup.of(template, address, name);
		}
		return template.startsWith("<li>") ? Markup.NONE : Markup.of("{}", name);
	}

	private static Markup more() {
		return Markup.of("""
				<section><h2>For scripts</h2><ul>
				<li><a href="/routes">Every route</a>, as JSON</li>
				<li><a href="/calls">The recorded calls</a> to the vendors, as JSON</li>
				<li><a href="/faults">The faults</a> that are still to happen, as JSON</li>
				</ul></section>
				""");
	}

}
