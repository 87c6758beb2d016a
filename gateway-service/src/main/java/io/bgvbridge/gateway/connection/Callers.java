package io.bgvbridge.gateway.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

/**
 * Who may call in a connection's name: Ashby with its token, and Ashby's webhooks with
 * their signature.
 */
@Component
public class Callers {

	private final ConnectionStore store;

	private final SecretStore secrets;

	private final SigningSecretStore signing;

	private final Contacts contacts;

	Callers(ConnectionStore store, SecretStore secrets, SigningSecretStore signing, Contacts contacts) {
		this.store = store;
		this.secrets = secrets;
		this.signing = signing;
		this.contacts = contacts;
	}

	/**
	 * Finds the connection that a partner token stands for, switched off or not.
	 * @param shown what the caller showed, each of which may be the token
	 * @return empty if no connection has such a token now
	 */
	public Optional<Connection> withToken(List<String> shown) {
		List<String> candidates = shown.stream()
			.filter((token) -> BearerSecret.wellFormed(BearerSecret.PARTNER_TOKEN, token))
			.toList();
		if (candidates.isEmpty()) {
			return Optional.empty();
		}
		Optional<Connection> caller = this.secrets.withToken(candidates.stream().map(BearerSecret::hash).toList())
			.stream()
			.filter((holder) -> candidates.stream().anyMatch((token) -> holder.secret().matches(token)))
			.map(SecretStore.Holder::connection)
			.filter((connection) -> connection.status() != Status.DELETED)
			.findFirst();
		caller.ifPresent(this.contacts::ashbyCalled);
		return caller;
	}

	/**
	 * Finds the connection that a webhook is for, switched off or not. Without it, or
	 * without a secret of it, as many proofs are made.
	 * @param connectionId the connection that the webhook names
	 * @param proves whether the webhook was signed with a secret
	 * @return empty if there is no such connection or the signature is not its own
	 */
	public Optional<Connection> withWebhookSecret(UUID connectionId, Predicate<String> proves) {
		Optional<Connection> connection = this.store.find(connectionId)
			.filter((found) -> found.status() != Status.DELETED);
		SigningSecrets secrets = connection.flatMap((found) -> this.signing.ofWebhooks(connectionId)).orElse(null);
		return SigningSecrets.prove(secrets, proves) ? connection : Optional.empty();
	}

}
