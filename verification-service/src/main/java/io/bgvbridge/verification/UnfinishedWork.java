package io.bgvbridge.verification;

import java.time.Duration;

import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkObserver;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.connection.Connections;
import io.bgvbridge.verification.connection.Sightings;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells the read model why a check waits, and the administrator when a side is stopped.
 */
@Component
class UnfinishedWork implements WorkObserver {

	private final VerificationPublisher verifications;

	private final Sightings sightings;

	private final Connections connections;

	UnfinishedWork(VerificationPublisher verifications, Sightings sightings, Connections connections) {
		this.verifications = verifications;
		this.sightings = sightings;
		this.connections = connections;
	}

	@Override
	public void unfinished(WorkItem item, WorkReason reason, @Nullable Duration delay) {
		if (this.connections.isDeleted(item.connectionId())) {
			// Nothing waits for a connection that is gone.
			return;
		}
		boolean aboutConnection = item.subjectId().equals(item.connectionId());
		if (delay == null) {
			this.sightings.unauthorized(item);
		}
		if (!aboutConnection && delay == null) {
			this.verifications.stopped(item, reason);
		}
		else if (!aboutConnection && delay != null) {
			this.verifications.waiting(item, reason, delay);
		}
	}

}
