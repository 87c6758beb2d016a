package io.bgvbridge.gateway.connection;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * What operators change about the secrets that others sign with. For a time, the older
 * one is valid, too.
 */
@Component
final class SecretChanges {

	private final SigningSecretStore secrets;

	SecretChanges(SigningSecretStore secrets) {
		this.secrets = secrets;
	}

	void webhooks(UUID connectionId, ConnectionChange change) {
		if (!change.webhookSecret().given()) {
			return;
		}
		String secret = change.webhookSecret().value();
		this.secrets.replaceWebhooks(connectionId,
				(secret == null) ? null
						: this.secrets.ofWebhooks(connectionId)
							.map((present) -> present.replacedBy(secret, change.overlap()))
							.orElseGet(() -> SigningSecrets.of(secret)));
	}

	/**
	 * A provider that was given no secret of its own signs with the account's token, and
	 * so with each newer token.
	 */
	void callbacks(Connection connection, Credentials before, Credentials after, ConnectionChange change) {
		Provider provider = connection.provider();
		if (!(provider.proof() instanceof Proof.Signed)) {
			return;
		}
		SigningSecrets present = this.secrets.ofCallbacks(connection.connectionId())
			.orElseGet(() -> SigningSecrets.of(before.provider().apiToken()));
		boolean token = !provider.requires(AccountMember.SIGNING_SECRET)
				&& present.current().equals(before.provider().apiToken());
		String next = token ? after.provider().apiToken() : present.current();
		Edit<String> edit = change.account().signingSecret();
		if (edit.given()) {
			next = (edit.value() != null) ? edit.value() : after.provider().apiToken();
		}
		if (edit.given() || !next.equals(present.current())) {
			this.secrets.replaceCallbacks(connection.connectionId(), present.replacedBy(next, change.overlap()));
		}
	}

}
