package io.bgvbridge.gateway.connection;

import java.util.UUID;

import com.fasterxml.uuid.Generators;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How connections come to be.
 */
@Component
class Joining {

	private final ConnectionStore store;

	private final SecretStore secrets;

	private final SigningSecretStore signing;

	private final Versions versions;

	private final TestRounds tests;

	Joining(ConnectionStore store, SecretStore secrets, SigningSecretStore signing, Versions versions,
			TestRounds tests) {
		this.store = store;
		this.secrets = secrets;
		this.signing = signing;
		this.versions = versions;
		this.tests = tests;
	}

	/** Makes a connection, whose both sides are tested at once. */
	@Transactional
	public Connected connect(Connect command) {
		UUID connectionId = Generators.timeBasedEpochRandomGenerator().generate();
		Connection connection = Connection.made(connectionId, command);
		String token = BearerSecret.issue(BearerSecret.PARTNER_TOKEN);
		String secret = BearerSecret.issue(BearerSecret.CALLBACK_SECRET);
		this.store.insert(connection, this.secrets.seal(connectionId, command.credentials()), SecretHashes.of(token),
				SecretHashes.of(secret));
		if (command.webhookSecret() != null) {
			this.signing.replaceWebhooks(connectionId, SigningSecrets.of(command.webhookSecret()));
		}
		if (command.signingSecret() != null) {
			this.signing.replaceCallbacks(connectionId, SigningSecrets.of(command.signingSecret()));
		}
		this.versions.first(connection, command.credentials());
		this.tests.begin(connection);
		// Nobody is told the secret of a provider that signs instead.
		return new Connected(connection, token,
				(connection.provider().proof() instanceof Proof.Bearer) ? secret : null);
	}

}
