package io.bgvbridge.gateway.connection;

import java.nio.ByteBuffer;
import java.time.Instant;

import com.fasterxml.uuid.Generators;
import io.bgvbridge.messaging.outbox.Outbox;
import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Publishes the whole setting of a connection, in the transaction that changes it.
 */
@Component
final class ConnectionPublisher {

	private final Outbox outbox;

	private final Sealing sealing;

	ConnectionPublisher(Outbox outbox, Sealing sealing) {
		this.outbox = outbox;
		this.sealing = sealing;
	}

	void changed(Connection connection, Credentials credentials) {
		String key = connection.connectionId().toString();
		byte[] sealed = this.sealing.seal(Topics.CONNECTION_CHANGED, key, credentials.published(connection.setup()));
		this.outbox.add(Topics.CONNECTION_CHANGED, key, event(connection, sealed));
	}

	void deleted(Connection connection) {
		this.outbox.add(Topics.CONNECTION_CHANGED, connection.connectionId().toString(), event(connection, null));
	}

	private static ConnectionChanged event(Connection connection, byte @Nullable [] sealed) {
		return ConnectionChanged.newBuilder()
			.setEventId(Generators.timeBasedEpochRandomGenerator().generate())
			.setOccurredAt(Instant.now())
			.setConnectionId(connection.connectionId())
			.setVersion(connection.version())
			.setStatus(status(connection.status()))
			.setProvider(connection.provider().code())
			.setAshbyCredentialsVersion(connection.ashby().credentials())
			.setProviderCredentialsVersion(connection.account().credentials())
			.setReportFile(connection.setup().reportFile())
			.setSealedCredentials((sealed != null) ? ByteBuffer.wrap(sealed) : null)
			.build();
	}

	private static ConnectionStatus status(Status status) {
		return switch (status) {
			case TESTING -> ConnectionStatus.TESTING;
			case LIVE -> ConnectionStatus.LIVE;
			case FAILED -> ConnectionStatus.FAILED;
			case DISABLED -> ConnectionStatus.DISABLED;
			case DRAINING -> ConnectionStatus.DRAINING;
			case DELETED -> ConnectionStatus.DELETED;
		};
	}

}
