package io.bgvbridge.gateway.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replacements of what others show us. For a time, the older one is valid, too, so that
 * nobody is locked out before the new one has been handed over.
 */
@Component
public class Rotations {

	private static final Logger log = LoggerFactory.getLogger(Rotations.class);

	private final Versions versions;

	private final SecretStore secrets;

	private final Audit audit;

	Rotations(Versions versions, SecretStore secrets, Audit audit) {
		this.versions = versions;
		this.secrets = secrets;
		this.audit = audit;
	}

	/**
	 * Makes a new token for Ashby.
	 * @param connectionId the connection
	 * @param overlap how long the older one stays valid
	 * @param operator who asks
	 * @return the token, told this once
	 */
	@Transactional
	public Rotated token(UUID connectionId, Duration overlap, String operator) {
		SecretHashes present = present(this.secrets.token(lock(connectionId)));
		String secret = BearerSecret.issue(BearerSecret.PARTNER_TOKEN);
		SecretHashes next = present.replacedBy(secret, overlap);
		this.secrets.replaceToken(connectionId, next);
		this.audit.changed(operator, "connection.rotate-token", connectionId.toString());
		log.info("connection.rotated connection={} what=externalApiToken overlap={}", connectionId, overlap);
		return new Rotated(secret, Objects.requireNonNull(next.previousUntil()));
	}

	/**
	 * Makes a new secret for the provider's callbacks.
	 * @param connectionId the connection
	 * @param overlap how long the older one stays valid
	 * @param operator who asks
	 * @return the secret, told this once
	 */
	@Transactional
	public Rotated callbackSecret(UUID connectionId, Duration overlap, String operator) {
		SecretStore.Holder holder = this.secrets.callbackSecret(lock(connectionId)).orElseThrow(UnknownConnection::new);
		requireBearer(holder.connection().provider());
		SecretHashes present = holder.secret();
		String secret = BearerSecret.issue(BearerSecret.CALLBACK_SECRET);
		SecretHashes next = present.replacedBy(secret, overlap);
		this.secrets.replaceCallbackSecret(connectionId, next);
		this.audit.changed(operator, "connection.rotate-callback-secret", connectionId.toString());
		log.info("connection.rotated connection={} what=callbackSecret overlap={}", connectionId, overlap);
		return new Rotated(secret, Objects.requireNonNull(next.previousUntil()));
	}

	private static void requireBearer(Provider provider) {
		Violations problems = new Violations();
		problems.check(provider.proof() instanceof Proof.Bearer, "what", "must be externalApiToken: " + provider.label()
				+ " signs its callbacks, so that its secret is provider.signingSecret of the connection");
		problems.throwIfAny();
	}

	private UUID lock(UUID connectionId) {
		return this.versions.lock(connectionId).connectionId();
	}

	private static SecretHashes present(Optional<SecretStore.Holder> holder) {
		return holder.orElseThrow(UnknownConnection::new).secret();
	}

	/**
	 * A new secret, told this once.
	 *
	 * @param secret the secret
	 * @param previousUntil until when the older one is valid, too
	 */
	public record Rotated(String secret, Instant previousUntil) {

		@Override
		public String toString() {
			return "Rotated[previousUntil=" + this.previousUntil + "]";
		}

	}

}
