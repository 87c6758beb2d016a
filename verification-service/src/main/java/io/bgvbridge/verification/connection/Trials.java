package io.bgvbridge.verification.connection;

import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.inbox.Inbox;
import io.bgvbridge.messaging.work.Budgets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tests of connections that somebody asks for, now, even of one that was stopped. Listing
 * the packages is the test of the provider's side.
 */
@Component
public class Trials {

	private static final Logger log = LoggerFactory.getLogger(Trials.class);

	private final Inbox inbox;

	private final Budgets budgets;

	private final Connections connections;

	private final Sightings sightings;

	Trials(Inbox inbox, Budgets budgets, Connections connections, Sightings sightings) {
		this.inbox = inbox;
		this.budgets = budgets;
		this.connections = connections;
		this.sightings = sightings;
	}

	/**
	 * Begins a test, once. It may come before its connection, whose first use answers it
	 * then.
	 * @param testId the test, which the next sighting of the provider answers
	 * @param connectionId the connection
	 * @param askedAt when it was asked for; an older test than the known one is ignored
	 */
	@Transactional
	public void begin(UUID testId, UUID connectionId, Instant askedAt) {
		if (!this.inbox.take(testId)) {
			return;
		}
		if (this.connections.isDeleted(connectionId)) {
			log.info("connection.not-tested connectionId={} reason=deleted", connectionId);
			return;
		}
		this.sightings.await(connectionId, testId, askedAt);
		this.budgets.resume(connectionId, Connections.PROVIDER);
		this.connections.refreshPackages(connectionId);
		log.info("connection.to-be-tested connectionId={} testId={}", connectionId, testId);
	}

}
