package io.bgvbridge.sandbox.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.e2e.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every page: everybody can use it, and nothing in it comes from
 * elsewhere.
 */
@ExtendWith(Chromium.class)
class EveryPageIT {

	private final Product product = Product.running();

	@Test
	void isAccessibleAndKeepsItsPolicy() {
		Candidate person = this.product.person();
		Assessment check = this.product.complete(person, this.product.start(person));
		Map<String, List<String>> barriers = new TreeMap<>();
		try (Visitor somebody = Visitor.stranger(this.product)) {
			barriers.put("/console/login", somebody.go("/console/login").barriers());
			somebody.signIn(this.product.adminUser(), this.product.adminPassword());
			for (String path : pages(check.assessmentId(), this.product.connectionId()).values()) {
				somebody.go(path);
				assertThat(somebody.page().locator("h1").innerText()).as(path).isNotEmpty().isNotEqualTo("Sign in");
				barriers.put(path, somebody.barriers());
			}
		}
		barriers.values().removeIf(List::isEmpty);
		assertThat(barriers).as("barriers").isEmpty();
	}

	@Test
	void wouldBeCaughtWithAnInlineScriptOrANamelessButton() {
		Visitor somebody = Visitor.administrator(this.product).go("/console");
		assertThat(somebody.faults()).isEmpty();
		somebody.page().evaluate("""
				() => {
					const script = document.createElement('script');
					script.textContent = 'window.inlineRan = true';
					document.body.append(script);
					document.body.append(document.createElement('button'));
				}""");
		assertThat(somebody.page().evaluate("window.inlineRan === true")).isEqualTo(false);
		assertThat(somebody.barriers()).anyMatch((barrier) -> barrier.startsWith("button-name"));
		assertThat(somebody.faults()).isNotEmpty();
		org.assertj.core.api.Assertions.assertThatThrownBy(somebody::close).isInstanceOf(AssertionError.class);
	}

	/** By the name of their picture. */
	static Map<String, String> pages(String check, String connection) {
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("overview", "/console");
		pages.put("checks", "/console/checks");
		pages.put("check", "/console/checks/" + check);
		pages.put("failures", "/console/failures");
		pages.put("connections", "/console/connections");
		pages.put("connection", "/console/connections/" + connection);
		pages.put("connect", "/console/connections/new");
		pages.put("connect-provider", "/console/connections/new?kind=checkr");
		pages.put("audit", "/console/audit");
		pages.put("accounts", "/console/accounts");
		return pages;
	}

}
