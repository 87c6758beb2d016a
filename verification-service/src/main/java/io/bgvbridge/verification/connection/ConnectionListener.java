package io.bgvbridge.verification.connection;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;

import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes connections from Kafka.
 */
@Component
class ConnectionListener {

	private static final Set<ConnectionStatus> AT_REST = EnumSet.of(ConnectionStatus.DISABLED,
			ConnectionStatus.DELETED);

	private final Connections connections;

	ConnectionListener(Connections connections) {
		this.connections = connections;
	}

	@Transactional
	@KafkaListener(topics = { Topics.CONNECTION_CHANGED, Topics.CONNECTION_CHANGED + Topics.REDRIVE_TO_VERIFICATION })
	void on(ConnectionChanged event) {
		this.connections.change(connection(event));
	}

	private static Connection connection(ConnectionChanged event) {
		return new Connection(event.getConnectionId(), event.getVersion(), event.getProvider(),
				event.getAshbyCredentialsVersion(), event.getProviderCredentialsVersion(),
				!AT_REST.contains(event.getStatus()),
				(event.getStatus() != ConnectionStatus.DELETED) ? bytes(event.getSealedCredentials()) : null);
	}

	private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
		if (buffer == null) {
			return null;
		}
		byte[] bytes = new byte[buffer.remaining()];
		buffer.duplicate().get(bytes);
		return bytes;
	}

}
