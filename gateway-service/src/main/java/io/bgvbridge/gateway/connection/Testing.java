package io.bgvbridge.gateway.connection;

import java.util.UUID;

import io.bgvbridge.gateway.audit.Audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tests of connections: Ashby is asked from here, the provider by the verification
 * service. Both lift what stopped their side before.
 */
@Component
public class Testing {

	private final Versions versions;

	private final TestRounds rounds;

	private final Audit audit;

	Testing(Versions versions, TestRounds rounds, Audit audit) {
		this.versions = versions;
		this.rounds = rounds;
		this.audit = audit;
	}

	/**
	 * Has both sides of a connection tested, now.
	 * @param connectionId the connection
	 * @param operator who asks
	 * @throws org.springframework.web.server.ResponseStatusException if there is no such
	 * connection, or it is switched off
	 */
	@Transactional
	public void test(UUID connectionId, String operator) {
		Connection connection = this.versions.lock(connectionId);
		if (!connection.status().isWorking()) {
			throw new ConnectionBusy("The connection is switched off. Switch it on: that tests it.");
		}
		this.audit.changed(operator, "connection.test", connectionId.toString());
		this.rounds.begin(connection);
	}

}
