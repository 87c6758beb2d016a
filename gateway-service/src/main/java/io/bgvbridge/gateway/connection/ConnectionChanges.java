package io.bgvbridge.gateway.connection;

import java.util.UUID;
import java.util.function.UnaryOperator;

import io.bgvbridge.gateway.audit.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What operators change about a connection.
 */
@Component
public class ConnectionChanges {

	private final SecretStore secrets;

	private final SecretChanges signing;

	private final Versions versions;

	private final TestRounds tests;

	private final Audit audit;

	ConnectionChanges(SecretStore secrets, SecretChanges signing, Versions versions, TestRounds tests, Audit audit) {
		this.secrets = secrets;
		this.signing = signing;
		this.versions = versions;
		this.tests = tests;
		this.audit = audit;
	}

	/** Newer credentials are tested at once. */
	@Transactional
	void change(UUID connectionId, ConnectionChange change, String operator) {
		Connection present = this.versions.lock(connectionId);
		Connection next = present.after(change);
		Credentials before = this.secrets.credentials(connectionId);
		Credentials credentials = before.after(change);
		Violations problems = new Violations();
		ConnectionFields.profileLink(next.setup().profileLink(), credentials.provider().settings(), problems);
		problems.throwIfAny();
		this.secrets.replaceCredentials(connectionId, credentials);
		this.signing.webhooks(connectionId, change);
		this.signing.callbacks(present, before, credentials, change);
		this.versions.next(present, next);
		this.audit.changed(operator, "connection.change", connectionId.toString());
		if (next.status().isWorking() && (change.renewsAshby() || change.account().renewsCredentials())) {
			this.tests.begin(next);
		}
	}

	/**
	 * Switches a connection off.
	 * @param connectionId the connection
	 * @param operator who asks
	 */
	@Transactional
	public void disable(UUID connectionId, String operator) {
		move(connectionId, "connection.disable", operator, Connection::disabled);
	}

	/**
	 * Switches a connection on, and has it tested.
	 * @param connectionId the connection
	 * @param operator who asks
	 */
	@Transactional
	public void enable(UUID connectionId, String operator) {
		Connection present = this.versions.lock(connectionId);
		move(connectionId, "connection.enable", operator, Connection::enabled);
		if (present.status() == Status.DISABLED) {
			this.tests.begin(present);
		}
	}

	private void move(UUID connectionId, String action, String operator, UnaryOperator<Connection> step) {
		Connection present = this.versions.lock(connectionId);
		if (present.status() == Status.DRAINING) {
			throw new ConnectionBusy("The connection is being deleted.");
		}
		this.audit.changed(operator, action, connectionId.toString());
		this.versions.next(present, step.apply(present));
	}

}
