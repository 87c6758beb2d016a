package io.bgvbridge.verification.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Topics;

/**
 * Hands connections to the service as Kafka would.
 */
public final class ConnectionEvents {

	public static final String API_KEY = "planted-ashby-key";

	public static final String API_TOKEN = "planted-provider-token";

	private final ConnectionListener listener;

	private final Sealing sealing;

	ConnectionEvents(ConnectionListener listener, Sealing sealing) {
		this.listener = listener;
		this.sealing = sealing;
	}

	public void changed(UUID connectionId, long version, ConnectionStatus status, String providerUrl, String ashbyUrl) {
		this.listener.on(event(connectionId, version, status, providerUrl, ashbyUrl));
	}

	public ConnectionChanged event(UUID connectionId, long version, ConnectionStatus status, String providerUrl,
			String ashbyUrl) {
		String credentials = """
				{"ashby":{"baseUrl":"%s","apiKey":"%s"},"provider":{"baseUrl":"%s","apiToken":"%s"}}
				""".formatted(ashbyUrl, API_KEY, providerUrl, API_TOKEN);
		return ConnectionChanged.newBuilder()
			.setEventId(UUID.randomUUID())
			.setOccurredAt(Instant.now())
			.setConnectionId(connectionId)
			.setVersion(version)
			.setStatus(status)
			.setProvider("recording")
			.setAshbyCredentialsVersion(version)
			.setProviderCredentialsVersion(version)
			.setSealedCredentials(ByteBuffer.wrap(this.sealing.seal(Topics.CONNECTION_CHANGED, connectionId.toString(),
					credentials.getBytes(StandardCharsets.UTF_8))))
			.build();
	}

}
