package io.bgvbridge.verification;

import java.time.Duration;

import io.bgvbridge.messaging.work.WorkItem;
import io.bgvbridge.messaging.work.WorkObserver;
import io.bgvbridge.messaging.work.WorkReason;
import io.bgvbridge.verification.connection.ConnectionPublisher;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells the read model why a check waits, and the administrator when a side is stopped.
 */
@Component
class UnfinishedWork implements WorkObserver {

	private final VerificationPublisher verifications;

	private final ConnectionPublisher connections;

	UnfinishedWork(VerificationPublisher verifications, ConnectionPublisher connections) {
		this.verifications = verifications;
		this.connections = connections;
	}

	@Override
	public void unfinished(WorkItem item, WorkReason reason, @Nullable Duration delay) {
		boolean aboutConnection = item.subjectId().equals(item.connectionId());
		if (delay == null) {
			this.connections.unauthorized(item.connectionId(), item.side(), item.credentialsVersion());
		}
		if (!aboutConnection && delay == null) {
			this.verifications.stopped(item, reason);
		}
		else if (!aboutConnection && delay != null) {
			this.verifications.waiting(item, reason, delay);
		}
	}

}
