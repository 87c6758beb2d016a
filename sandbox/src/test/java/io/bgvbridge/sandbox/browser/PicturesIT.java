package io.bgvbridge.sandbox.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.e2e.DeadLetters;
import io.bgvbridge.sandbox.e2e.Product;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Takes the pictures of {@code docs/images}, of made-up people. Run it alone, so that
 * other tests' checks are not in them:
 * {@code ./mvnw -pl sandbox verify -Dit.test=PicturesIT -Dbgv.docs.write=true}.
 */
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = "bgv.docs.write", matches = "true")
class PicturesIT {

	private final Product product = Product.running();

	@Test
	void showsEveryPage() throws IOException {
		DeadLetters letters = new DeadLetters(this.product);
		List<Assessment> checks = checks();
		letters.ofCallback();
		try (Visitor somebody = Visitor.stranger(this.product)) {
			Pictures.take(somebody.go("/console/login"), "login");
			somebody.signIn(this.product.adminUser(), this.product.adminPassword());
			for (Map.Entry<String, String> page : pages(checks.getFirst().assessmentId()).entrySet()) {
				Pictures.take(somebody.go(page.getValue()), page.getKey());
			}
		}
	}

	private Map<String, String> pages(String check) {
		return EveryPageIT.pages(check, this.product.connectionId());
	}

	/** The first is completed, the others are on their way. */
	private List<Assessment> checks() {
		List<Assessment> checks = new ArrayList<>();
		people().forEach((name, phone) -> {
			String[] words = name.split(" ");
			Candidate person = this.product.ashby.addCandidate(words[0], words[1],
					name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.com", phone);
			Assessment check = this.product.start(person);
			checks.add(check);
			ProviderCandidate order = this.product.linked(person, check);
			if (checks.size() % 2 == 1) {
				this.product.springVerify.submitForm(order.id());
			}
			if (checks.size() % 4 == 1) {
				this.product.springVerify.setStatus(order.id(), 1);
				this.product.inAshby(check, (seen) -> seen.state().equals("complete"));
			}
		});
		return checks;
	}

	private static Map<String, String> people() {
		Map<String, String> people = new LinkedHashMap<>();
		people.put("Asha Rao", "+91 98765 43210");
		people.put("Vikram Iyer", "+91 98765 43211");
		people.put("Divya Pillai", "+91 98765 43218");
		people.put("Imran Sheikh", "+91 98765 43213");
		people.put("Priya Desai", "+91 98765 43214");
		people.put("Arjun Menon", "+91 98765 43215");
		people.put("Kavya Reddy", "+91 98765 43216");
		people.put("Rohan Kulkarni", "+91 98765 43217");
		return people;
	}

}
