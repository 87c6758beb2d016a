package io.bgvbridge.sandbox.e2e;

import java.util.List;
import java.util.stream.IntStream;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.springverify.Delivery;
import io.bgvbridge.sandbox.springverify.ProviderCandidate;
import io.bgvbridge.sandbox.stack.Service;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callbacks that never come are made up for by the next sweep.
 */
class LostCallbackIT {

	private final Product product = Product.running();

	/** Fault 30. */
	@Test
	void isMadeUpForByTheNextSweep() {
		List<Candidate> people = IntStream.range(0, 5).mapToObj((i) -> this.product.person()).toList();
		List<Assessment> started = people.stream().map(this.product::start).toList();
		for (int i = 0; i < people.size(); i++) {
			ProviderCandidate order = this.product.linked(people.get(i), started.get(i));
			this.product.springVerify.submitForm(order.id(), Delivery.NONE);
			this.product.springVerify.setStatus(order.id(), (i % 2 == 0) ? 1 : 6, Delivery.NONE);
		}

		anHourPasses();

		for (Assessment assessment : started) {
			Assessment seen = this.product.inAshby(assessment, (shown) -> shown.state().equals("complete"));
			assertThat(seen.resultsReceived()).isOne();
			AshbyHistory.requireSequential(seen);
		}
	}

	private void anHourPasses() {
		assertThat(this.product.rows(Service.VERIFICATION,
				"update work set due_at = now() where kind = 'reconcile' returning kind"))
			.isNotEmpty();
	}

}
