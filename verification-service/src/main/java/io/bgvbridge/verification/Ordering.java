package io.bgvbridge.verification;

import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.provider.Order;
import io.bgvbridge.verification.provider.Provider;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Providers;

import org.springframework.stereotype.Component;

/**
 * Brings together what a call about a verification's order needs.
 */
@Component
class Ordering {

	private final Connections connections;

	private final Providers providers;

	private final CandidateSeal seal;

	Ordering(Connections connections, Providers providers, CandidateSeal seal) {
		this.connections = connections;
		this.providers = providers;
		this.seal = seal;
	}

	Provider provider(Verification verification) {
		return this.providers.get(verification.provider());
	}

	ProviderAccess access(Verification verification) {
		return this.connections.providerAccess(verification.connectionId());
	}

	Prepared prepare(Verification verification) {
		return new Prepared(provider(verification), access(verification), new Order(verification.assessmentId(),
				verification.candidateId(), verification.packageKey(), this.seal.open(verification)));
	}

	/**
	 * What a call needs.
	 *
	 * @param provider the provider
	 * @param access the account there
	 * @param order the order
	 */
	record Prepared(Provider provider, ProviderAccess access, Order order) {

	}

}
