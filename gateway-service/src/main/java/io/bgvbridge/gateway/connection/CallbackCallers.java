package io.bgvbridge.gateway.connection;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Which provider may call back in a connection's name. A connection that is switched off
 * still listens: what was ordered goes on. A refusal for a connection that exists is said
 * aloud, as a provider may never call again after one.
 */
@Component
public class CallbackCallers {

	private static final Logger log = LoggerFactory.getLogger(CallbackCallers.class);

	private final ConnectionStore store;

	private final SecretStore secrets;

	private final SigningSecretStore signing;

	private final Contacts contacts;

	private final MeterRegistry meters;

	CallbackCallers(ConnectionStore store, SecretStore secrets, SigningSecretStore signing, Contacts contacts,
			MeterRegistry meters) {
		this.store = store;
		this.secrets = secrets;
		this.signing = signing;
		this.contacts = contacts;
		this.meters = meters;
	}

	/**
	 * Finds the connection of a provider that shows a secret.
	 * @param connectionId the connection that the provider names
	 * @param provider the provider
	 * @param secret what it showed; empty for nothing
	 * @return empty if there is no such connection, the secret is not its own, or its
	 * provider signs
	 */
	public Optional<Connection> withSecret(UUID connectionId, Provider provider, String secret) {
		Optional<SecretStore.Holder> holder = this.secrets.callbackSecret(connectionId)
			.filter((found) -> isOf(provider, found.connection()) && provider.proof() instanceof Proof.Bearer);
		Optional<Connection> caller = holder
			.filter((found) -> BearerSecret.wellFormed(BearerSecret.CALLBACK_SECRET, secret)
					&& found.secret().matches(secret))
			.map(SecretStore.Holder::connection);
		if (caller.isEmpty()) {
			holder.ifPresent((found) -> refused(found.connection(), secret.isEmpty() ? "none" : "secret"));
		}
		caller.ifPresent(this.contacts::providerCalled);
		return caller;
	}

	/**
	 * Finds the connection of a provider that signs. Without it, as many proofs are made.
	 * @param connectionId the connection that the provider names
	 * @param provider the provider
	 * @param proves whether the callback was signed with a secret
	 * @return empty if there is no such connection, the signature is not its own, or its
	 * provider does not sign
	 */
	public Optional<Connection> withSignature(UUID connectionId, Provider provider, Predicate<String> proves) {
		Optional<Connection> connection = this.store.find(connectionId)
			.filter((found) -> isOf(provider, found) && provider.proof() instanceof Proof.Signed);
		SigningSecrets own = connection.flatMap((found) -> this.signing.ofCallbacks(connectionId)).orElse(null);
		if (SigningSecrets.prove(own, proves)) {
			connection.ifPresent(this.contacts::providerCalled);
			return connection;
		}
		connection.ifPresent((found) -> refused(found, "signature"));
		return Optional.empty();
	}

	private static boolean isOf(Provider provider, Connection connection) {
		return connection.provider() == provider && connection.status() != Status.DELETED;
	}

	private void refused(Connection connection, String shown) {
		String provider = connection.provider().code();
		this.meters.counter("bgv.callbacks.refused", "provider", provider).increment();
		log.warn("callback.refused connection={} provider={} shown={}", connection.connectionId(), provider, shown);
	}

}
