package io.bgvbridge.sync.connection;

import java.time.Clock;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.schemas.ConnectionObserved;
import io.bgvbridge.schemas.ConnectionSide;
import io.bgvbridge.schemas.Observation;
import io.bgvbridge.schemas.Topics;

import org.springframework.stereotype.Component;

/**
 * Tells what was learned of an Ashby key.
 */
@Component
class ConnectionObservedPublisher {

	private final Outbox outbox;

	private final Clock clock;

	ConnectionObservedPublisher(Outbox outbox, Clock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	void reachable(UUID connectionId, long credentialsVersion) {
		publish(connectionId, credentialsVersion, Observation.REACHABLE);
	}

	void unauthorized(UUID connectionId, long credentialsVersion) {
		publish(connectionId, credentialsVersion, Observation.UNAUTHORIZED);
	}

	private void publish(UUID connectionId, long credentialsVersion, Observation observation) {
		this.outbox.add(Topics.CONNECTION_OBSERVED, connectionId.toString(),
				ConnectionObserved.newBuilder()
					.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
					.setOccurredAt(this.clock.instant())
					.setConnectionId(connectionId)
					.setCredentialsVersion(credentialsVersion)
					.setSide(ConnectionSide.ASHBY)
					.setObservation(observation)
					.build());
	}

}
