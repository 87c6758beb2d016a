package io.bgvbridge.sandbox.browser;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.bgvbridge.sandbox.e2e.Planted;
import io.bgvbridge.sandbox.e2e.Product;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a browser window of their own at the console. Closing it fails if a page
 * broke its Content-Security-Policy or a script failed.
 */
final class Visitor implements AutoCloseable {

	private static final int WIDTH = 1280;

	private static final int HEIGHT = 800;

	private static final int FIRST_ERROR = 400;

	private final String gateway;

	private final BrowserContext context;

	private final Page page;

	private final List<String> faults = new ArrayList<>();

	private final List<Response> refused = new ArrayList<>();

	private Visitor(Product product, boolean scripts) {
		this.gateway = product.gateway().toString();
		this.context = Chromium.browser()
			.newContext(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT)
				.setLocale("en-GB")
				.setTimezoneId("UTC")
				.setJavaScriptEnabled(scripts));
		this.page = this.context.newPage();
		this.page.onConsoleMessage(this::hear);
		this.page.onPageError((error) -> this.faults.add("script failed: " + error));
		this.page.onResponse((response) -> {
			if (response.status() >= FIRST_ERROR) {
				this.refused.add(response);
			}
		});
	}

	/** Somebody who has not signed in. */
	static Visitor stranger(Product product) {
		return new Visitor(product, true);
	}

	/** The first administrator, signed in. */
	static Visitor administrator(Product product) {
		return stranger(product).signIn(product.adminUser(), product.adminPassword());
	}

	/** The first administrator in a browser without JavaScript. */
	static Visitor withoutScripts(Product product) {
		return new Visitor(product, false).signIn(product.adminUser(), product.adminPassword());
	}

	Visitor signIn(String name, String password) {
		go("/console/login");
		this.page.getByLabel("Name").fill(name);
		this.page.getByLabel("Password").fill(password);
		press("Sign in");
		return this;
	}

	String address(String path) {
		return this.gateway + path;
	}

	Page page() {
		return this.page;
	}

	/** Opens a page of the gateway. */
	Visitor go(String path) {
		this.page.navigate(this.gateway + path);
		return this;
	}

	/** Opens a page of anybody. */
	void open(String address) {
		this.page.navigate(address);
	}

	void press(String button) {
		this.page
			.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName(button).setExact(true))
			.click();
	}

	/** Types into the field of that name. */
	void fill(String field, String value) {
		this.page.locator("[name=" + field + "]").fill(value);
	}

	void allowClipboard() {
		this.context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
	}

	/** What a page says under a test id. */
	Locator part(String testId) {
		return this.page.getByTestId(testId);
	}

	/** Leaves a mark in the page that a reload would wipe away. */
	void mark() {
		this.page.evaluate("window.markOfTheTest = 'here'");
	}

	boolean isMarked() {
		return "here".equals(this.page.evaluate("window.markOfTheTest"));
	}

	/** Accessibility faults of the page that keep somebody from using it. */
	List<String> barriers() {
		return new AxeBuilder(this.page).analyze()
			.getViolations()
			.stream()
			.filter((rule) -> List.of("serious", "critical").contains(rule.getImpact()))
			.map(Visitor::told)
			.toList();
	}

	private static String told(Rule rule) {
		return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " at "
				+ rule.getNodes().stream().map((node) -> String.valueOf(node.getTarget())).toList();
	}

	List<String> faults() {
		return this.faults;
	}

	private void hear(ConsoleMessage message) {
		if (message.text().contains("Content Security Policy")) {
			this.faults.add(message.text());
		}
	}

	@Override
	public void close() {
		this.refused.forEach((response) -> Planted.answered(response.url(), bodyOf(response)));
		this.context.close();
		assertThat(this.faults).as("faults that the browser saw").isEmpty();
	}

	/** A page that was left meanwhile has no body any more. */
	private static String bodyOf(Response response) {
		try {
			return response.text();
		}
		catch (com.microsoft.playwright.PlaywrightException ex) {
			return "";
		}
	}

}
