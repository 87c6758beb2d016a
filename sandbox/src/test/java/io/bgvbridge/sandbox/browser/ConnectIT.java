package io.bgvbridge.sandbox.browser;

import java.util.Set;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.bgvbridge.sandbox.ashby.AshbySimulator;
import io.bgvbridge.sandbox.ashby.Scope;
import io.bgvbridge.sandbox.e2e.Planted;
import io.bgvbridge.sandbox.e2e.Product;
import io.bgvbridge.sandbox.springverify.SpringVerifySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an administrator joins Ashby and a provider.
 */
@ExtendWith(Chromium.class)
class ConnectIT {

	private static final LocatorAssertions.ContainsTextOptions PATIENT = new LocatorAssertions.ContainsTextOptions()
		.setTimeout(30_000);

	private final Product product = Product.running();

	@Test
	void showsOnceWhatToPasteAndTurnsGreenByItself() {
		try (Visitor administrator = Visitor.administrator(this.product)) {
			administrator.allowClipboard();
			connect(administrator, "Connected by hand", AshbySimulator.API_KEY, SpringVerifySimulator.API_TOKEN);

			Locator made = administrator.part("made");
			assertThat(made).isVisible();
			String token = made.locator("#token").innerText();
			String base = made.locator("#base").innerText();
			Planted.secret("externalApiToken", token);
			Planted.secret("callbackSecret", made.locator("#secret").innerText());
			made.locator("button[data-copy=token]").click();
			assertThat(administrator.page().evaluate("navigator.clipboard.readText()")).isEqualTo(token);
			assertThat(administrator.part("status")).containsText("Live", PATIENT);
			assertThat(administrator.part("light")).containsText("Waiting for Ashby's first call.");

			administrator.mark();
			this.product.ashby.recruiter().connect(base, token);
			assertThat(this.product.ashby.recruiter().assessmentTypes()).isNotEmpty();
			assertThat(administrator.part("light")).containsText("Ashby has called", PATIENT);
			assertThat(administrator.isMarked()).as("the page was not loaded again").isTrue();

			administrator.page().reload();
			assertThat(administrator.page().locator("body")).not().containsText(token);
		}
	}

	@Test
	void saysThatAshbyRefusesAWrongKey() {
		try (Visitor administrator = Visitor.administrator(this.product)) {
			connect(administrator, "Wrong key", plant("planted-wrong-ashby-key"), SpringVerifySimulator.API_TOKEN);
			assertThat(administrator.part("status")).containsText("Failed", PATIENT);
			assertThat(administrator.part("test-ashby")).containsText("failed the test", PATIENT);
			assertThat(administrator.part("test-ashby")).containsText("key");
		}
	}

	@Test
	void namesTheScopeThatAKeyLacks() {
		String key = plant("planted-ashby-key-that-only-reads");
		this.product.ashby.addKey(key, Set.of(Scope.CANDIDATES_READ, Scope.API_KEYS_READ));
		try (Visitor administrator = Visitor.administrator(this.product)) {
			connect(administrator, "Key without scope", key, SpringVerifySimulator.API_TOKEN);
			assertThat(administrator.part("status")).containsText("Failed", PATIENT);
			assertThat(administrator.part("test-ashby")).containsText("Candidates: write", PATIENT);
		}
	}

	@Test
	void saysThatTheProviderRefusesAWrongToken() {
		try (Visitor administrator = Visitor.administrator(this.product)) {
			connect(administrator, "Wrong token", AshbySimulator.API_KEY, plant("planted-wrong-provider-token"));
			assertThat(administrator.part("status")).containsText("Failed", PATIENT);
			assertThat(administrator.part("test-provider")).containsText("failed the test", PATIENT);
			assertThat(administrator.part("test-provider")).containsText("SpringVerify");
		}
	}

	private static String plant(String key) {
		Planted.secret(key, key);
		return key;
	}

	private void connect(Visitor administrator, String name, String ashbyKey, String providerToken) {
		administrator.go("/console/connections/new?kind=springverify");
		administrator.fill("name", name);
		administrator.fill("ashbyKey", ashbyKey);
		administrator.fill("ashbyUrl", this.product.vendors.url("ashby").toString());
		administrator.fill("apiToken", providerToken);
		administrator.fill("providerUrl", this.product.vendors.url("springverify").toString());
		administrator.press("Connect");
	}

}
