package io.bgvbridge.gateway.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

/**
 * Who may call in a connection's name: Ashby with its token, Ashby's webhooks with their
 * signature, the provider with its secret.
 */
@Component
public class Callers {

	/** Two may be valid at a time: as many are tried for nobody. */
	private static final int TRIED = 2;

	private static final String NOBODYS = BearerSecret.issue("");

	private final ConnectionStore store;

	private final SecretStore secrets;

	Callers(ConnectionStore store, SecretStore secrets) {
		this.store = store;
		this.secrets = secrets;
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
		return this.secrets.withToken(candidates.stream().map(BearerSecret::hash).toList())
			.stream()
			.filter((holder) -> candidates.stream().anyMatch((token) -> holder.secret().matches(token)))
			.map(SecretStore.Holder::connection)
			.filter((connection) -> connection.status() != Status.DELETED)
			.findFirst();
	}

	/**
	 * Finds the connection that a provider calls back for. A connection that is switched
	 * off still listens: what was ordered goes on.
	 * @param connectionId the connection that the provider names
	 * @param provider the provider
	 * @param secret what the provider showed
	 * @return empty if there is no such connection or the secret is not its own
	 */
	public Optional<Connection> withCallbackSecret(UUID connectionId, Provider provider, String secret) {
		if (!BearerSecret.wellFormed(BearerSecret.CALLBACK_SECRET, secret)) {
			return Optional.empty();
		}
		return this.secrets.callbackSecret(connectionId)
			.filter((holder) -> holder.secret().matches(secret))
			.map(SecretStore.Holder::connection)
			.filter((connection) -> connection.provider() == provider && connection.status() != Status.DELETED);
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
		List<String> valid = connection.flatMap((found) -> this.secrets.webhookSecrets(connectionId))
			.map(WebhookSecrets::valid)
			.orElse(List.of());
		List<String> tried = new ArrayList<>(valid);
		while (tried.size() < TRIED) {
			tried.add(NOBODYS);
		}
		long proven = tried.stream().filter(proves).filter((secret) -> !secret.equals(NOBODYS)).count();
		return (proven > 0) ? connection : Optional.empty();
	}

}
