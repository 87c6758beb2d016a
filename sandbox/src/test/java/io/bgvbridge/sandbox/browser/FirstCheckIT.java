package io.bgvbridge.sandbox.browser;

import java.io.IOException;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.e2e.Planted;
import io.bgvbridge.sandbox.e2e.Product;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's way to a first check, on pages alone: the console's, Ashby's and the
 * provider's. Takes its pictures on the way.
 */
@ExtendWith(Chromium.class)
class FirstCheckIT {

	private static final LocatorAssertions.ContainsTextOptions PATIENT = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(60_000);

	private final Product product = Product.running();

	@Test
	void endsWithTheResultInAshby() throws IOException {
		Candidate person = this.product.ashby.addCandidate("Meera", "Nair", "meera.nair@example.com",
				"+91 98765 43220");
		try (Visitor somebody = Visitor.administrator(this.product)) {
			connect(somebody);
			somebody.open(vendor("/ashby/app/candidates/" + person.id() + "/start"));
			Pictures.take(somebody, "04-start-assessment");
			somebody.press("Start");
			Locator assessments = somebody.page().locator("#assessments");
			assertThat(assessments).containsText("Started", PATIENT);
			work(somebody, person);
			somebody.open(vendor("/ashby/app/candidates/" + person.id()));
			assertThat(assessments).containsText("Completed", PATIENT);
			Pictures.take(somebody, "06-ashby-result");
			somebody.go("/console/checks");
			somebody.page().locator("tbody tr a").first().click();
			assertThat(somebody.part("state")).containsText("Completed clear", PATIENT);
			Pictures.take(somebody, "07-console-check");
		}
	}

	private void connect(Visitor somebody) throws IOException {
		somebody.go("/console/connections/new?kind=springverify");
		somebody.fill("name", "Acme Talent");
		somebody.fill("ashbyKey", AshbySimulator.API_KEY);
		somebody.fill("ashbyUrl", vendor("/ashby"));
		somebody.fill("apiToken", SpringVerifySimulator.API_TOKEN);
		somebody.fill("providerUrl", vendor("/springverify"));
		Pictures.take(somebody, "01-connect");
		somebody.press("Connect");
		Locator made = somebody.part("made");
		String token = made.locator("#token").innerText();
		String base = made.locator("#base").innerText();
		String callback = made.locator("#callback").innerText();
		String secret = made.locator("#secret").innerText();
		Planted.secret("externalApiToken", token);
		Planted.secret("callbackSecret", secret);
		assertThat(somebody.part("status")).containsText("Live", PATIENT);
		Pictures.take(somebody, "02-connected");

		somebody.open(vendor("/springverify/portal"));
		somebody.fill("url", callback);
		somebody.fill("secret", secret);
		somebody.press("Save");
		somebody.open(vendor("/ashby/app/integrations"));
		somebody.fill("externalApiToken", token);
		somebody.fill("baseUrl", base);
		somebody.press("Connect");
		assertThat(somebody.page().locator("main")).containsText("Connected: the partner answered");
		Pictures.take(somebody, "03-ashby-integration");
	}

	private void work(Visitor somebody, Candidate person) throws IOException {
		this.product.ordered(person);
		somebody.open(vendor("/springverify/portal"));
		Locator order = somebody.page().locator("article", new Page.LocatorOptions().setHasText(person.email()));
		order.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Candidate answers")).click();
		Pictures.take(somebody, "05-springverify-portal");
		order.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Completed")).first().click();
	}

	private String vendor(String path) {
		return this.product.vendors.url("ashby").resolve(path).toString();
	}

}
