package io.bgvbridge.sandbox.browser;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.e2e.Product;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where somebody's check is, and why.
 */
@ExtendWith(Chromium.class)
class ChecksIT {

	private final Product product = Product.running();

	@Test
	void findsACheckByNameEmailAndId() {
		Candidate person = this.product.person();
		Assessment check = this.product.start(person);
		try (Visitor somebody = Visitor.administrator(this.product)) {
			for (String words : new String[] { person.firstName() + " " + person.lastName(), person.email(),
					person.email().toUpperCase(), check.assessmentId() }) {
				somebody.go("/console/checks");
				somebody.page().getByLabel("Name, e-mail address or id").fill(words);
				somebody.press("Search");
				assertThat(somebody.page().locator("tbody tr")).hasCount(1);
				assertThat(somebody.page().locator("tbody tr a").first()).hasAttribute("href",
						Pattern.compile(".*/console/checks/" + check.assessmentId()));
			}
			somebody.page().locator("tbody tr a").first().click();
			assertThat(somebody.page()).hasURL(somebody.address("/console/checks/" + check.assessmentId()));
		}
	}

	@Test
	void followsARunningCheckWithoutReload() {
		Candidate person = this.product.person();
		Assessment check = this.product.start(person);
		ProviderCandidate order = this.product.linked(person, check);
		try (Visitor somebody = Visitor.administrator(this.product)) {
			somebody.go("/console/checks/" + check.assessmentId());
			Locator hops = somebody.page().locator("table:has(caption:text('Every hop')) tbody tr");
			int before = hops.count();
			assertThat(somebody.page().getByText("Completed clear")).hasCount(0);
			somebody.mark();

			this.product.springVerify.submitForm(order.id());
			this.product.springVerify.setStatus(order.id(), 1);

			assertThat(somebody.part("state")).hasText("Completed clear", patient());
			assertThat(somebody.page()
				.getByRole(com.microsoft.playwright.options.AriaRole.LINK,
						new com.microsoft.playwright.Page.GetByRoleOptions().setName("Open the report")))
				.isVisible();
			assertThat(hops.count()).isGreaterThan(before);
			assertThat(somebody.isMarked()).as("the page was not loaded again").isTrue();
		}
	}

	@Test
	void canBeReadWithoutJavaScript() {
		Candidate person = this.product.person();
		Assessment check = this.product.start(person);
		this.product.linked(person, check);
		try (Visitor somebody = Visitor.withoutScripts(this.product)) {
			somebody.go("/console/checks/" + check.assessmentId());
			assertThat(somebody.part("state")).not().isEmpty();
			assertThat(somebody.page().locator("tbody tr").first()).isVisible();
			somebody.go("/console/checks");
			assertThat(somebody.page().locator("tbody tr").first()).isVisible();
		}
	}

	private static com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions patient() {
		return new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(30_000);
	}

}
