package io.bgvbridge.sandbox.cli;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A way through the product, told hop by hop. Every hop is looked at where it must show:
 * at the vendors' simulators and in the operators' API.
 *
 * @param addresses gateway and simulators
 * @param operator the operator
 * @param kind the provider that checks are ordered from
 * @param journal hears of every hop
 * @param waiting how long a hop may take
 * @param outage how long the gateway or a simulator may be away meanwhile
 */
record Walk(Addresses addresses, Operator operator, ProviderKind kind, Journal journal, Waiting waiting,
		Duration outage) {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	Walk(Addresses addresses, Operator operator, ProviderKind kind, Journal journal) {
		this(addresses, operator, kind, journal, new Waiting(PATIENCE), Duration.ZERO);
	}

	/** A walk at a deployment whose parts may be restarted meanwhile. */
	static Walk enduring(Addresses addresses, Operator operator, ProviderKind kind, Journal journal) {
		return new Walk(addresses, operator, kind, journal, new Waiting(PATIENCE.multipliedBy(2)), PATIENCE);
	}

	OperatorView gateway() {
		return new OperatorView(this, Rest.at(this.addresses.gateway(), this.operator).enduring(this.outage));
	}

	AshbyDesk ashby() {
		return new AshbyDesk(this, Rest.at(this.addresses.sandbox() + "/ashby").enduring(this.outage));
	}

	ProviderPortal provider() {
		return this.kind.portal(this);
	}

	void note(String what) {
		this.journal.note(what);
	}

	<T> T until(String what, Supplier<T> look, Predicate<T> wanted) {
		return this.waiting.until(what, look, wanted);
	}

	static void require(String what, String expected, String found) {
		if (!expected.equals(found)) {
			throw new WalkFailure(what + " should be " + expected + ", and is " + found);
		}
	}

}
