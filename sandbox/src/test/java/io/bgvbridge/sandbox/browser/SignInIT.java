package io.bgvbridge.sandbox.browser;

import java.util.List;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.bgvbridge.sandbox.e2e.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets in, and what a viewer can do.
 */
@ExtendWith(Chromium.class)
class SignInIT {

	private static final String PASSWORD = "planted-password-of-a-viewer";

	private final Product product = Product.running();

	@Test
	void bringsPeopleToThePageThatTheyAskedForAndOutAgain() {
		try (Visitor somebody = Visitor.stranger(this.product)) {
			somebody.go("/console/failures");
			assertThat(somebody.page()).hasURL(this.product.gateway() + "/console/login");
			somebody.page().getByLabel("Name").fill(this.product.adminUser());
			somebody.page().getByLabel("Password").fill("not it");
			somebody.press("Sign in");
			assertThat(somebody.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
				.hasText("The name or the password is wrong.");

			somebody.go("/console/failures");
			somebody.page().getByLabel("Name").fill(this.product.adminUser());
			somebody.page().getByLabel("Password").fill(this.product.adminPassword());
			somebody.press("Sign in");
			assertThat(somebody.page().locator("h1")).hasText("Failures");

			somebody.press("Sign out");
			assertThat(somebody.page().locator("h1")).hasText("Sign in");
			somebody.go("/console");
			assertThat(somebody.page().locator("h1")).hasText("Sign in");
		}
	}

	@Test
	void leavesAViewerNothingToChange() {
		String check = this.product.start(this.product.person()).assessmentId();
		String connection = this.product.connectionId();
		try (Visitor viewer = viewer()) {
			for (String path : List.of("/console", "/console/checks", "/console/checks/" + check, "/console/failures",
					"/console/connections", "/console/connections/" + connection)) {
				viewer.go(path);
				assertThat(viewer.part("who")).containsText("viewer");
				assertThat(viewer.page().locator("form[method=post]:not(.who):not([role=search]) button").all())
					.as("buttons of %s", path)
					.isEmpty();
			}
			assertThat(viewer.page()
				.getByRole(com.microsoft.playwright.options.AriaRole.LINK,
						new Page.GetByRoleOptions().setName("Connect").setExact(true)))
				.hasCount(0);
			for (String page : List.of("/console/accounts", "/console/audit", "/console/connections/new")) {
				assertThat(viewer.page().navigate(this.product.gateway() + page).status()).as(page).isEqualTo(403);
			}
		}
	}

	@Test
	void refusesWhatAViewerForges() {
		String check = this.product.start(this.product.person()).assessmentId();
		String connection = this.product.connectionId();
		List<String> changes = List.of("/console/checks/" + check + "/cancel", "/console/checks/" + check + "/refresh",
				"/console/connections/" + connection + "/disable", "/console/connections/" + connection + "/rotate",
				"/console/connections", "/console/accounts");
		try (Visitor viewer = viewer()) {
			viewer.go("/console");
			String token = viewer.page().locator("form.who input[name=_csrf]").inputValue();
			for (String change : changes) {
				assertThat(post(viewer, change, token).status()).as("%s by a viewer", change).isEqualTo(403);
			}
		}
		try (Visitor administrator = Visitor.administrator(this.product)) {
			for (String change : changes) {
				assertThat(post(administrator, change, "forged").status()).as("%s with a forged token", change)
					.isEqualTo(403);
			}
		}
		assertThat(this.product.connectionStatus()).isEqualTo("LIVE");
	}

	private static APIResponse post(Visitor visitor, String path, String token) {
		return visitor.page()
			.request()
			.post(visitor.address(path),
					RequestOptions.create()
						.setHeader("Content-Type", "application/x-www-form-urlencoded")
						.setData("_csrf=" + token)
						.setMaxRedirects(0));
	}

	private Visitor viewer() {
		String name = "viewer-" + System.nanoTime();
		this.product.account(name, PASSWORD, "viewer");
		return Visitor.stranger(this.product).signIn(name, PASSWORD);
	}

}
