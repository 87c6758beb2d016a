package io.bgvbridge.sandbox.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.e2e.DeadLetters;
import io.bgvbridge.sandbox.e2e.Product;
import io.bgvbridge.sandbox.springverify.Delivery;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What waits for somebody, and what they can do about it.
 */
@ExtendWith(Chromium.class)
class FailuresIT {

	private static final LocatorAssertions.HasTextOptions PATIENT = new LocatorAssertions.HasTextOptions()
		.setTimeout(30_000);

	private final Product product = Product.running();

	@Test
	void redrivesADeadLetterWhichThenTakesEffect() {
		Candidate person = this.product.person();
		Assessment check = this.product.start(person);
		ProviderCandidate order = this.product.linked(person, check);
		DeadLetters letters = new DeadLetters(this.product);
		this.product.springVerify.submitForm(order.id());
		String place = letters.ofCallback();
		this.product.inAshby(check, (seen) -> "In progress".equals(seen.status()));
		// Nobody is told of this one but by the letter.
		this.product.springVerify.setStatus(order.id(), 1, Delivery.NONE);
		try (Visitor operator = Visitor.administrator(this.product)) {
			operator.go("/console/failures");
			Locator letter = operator.page()
				.locator("tbody tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(place));
			assertThat(letter).containsText("Dead letter",
					new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
			letter.getByText("Send it back to the service").click();
			assertThat(operator.part("done")).containsText("sent back");
			assertThat(letter).hasCount(0);
			operator.go("/console/checks/" + check.assessmentId());
			assertThat(operator.part("state")).hasText("Completed clear", PATIENT);
		}
	}

}
