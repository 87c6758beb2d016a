package io.bgvbridge.sync.connection;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.Sealing;
import io.bgvbridge.schemas.ConnectionChanged;
import io.bgvbridge.schemas.ConnectionStatus;
import io.bgvbridge.schemas.Operation;
import io.bgvbridge.schemas.OperationRequested;
import io.bgvbridge.schemas.Topics;

import org.springframework.context.ApplicationContext;

/**
 * A connection as the gateway publishes it.
 */
public final class Organisation {

	public final UUID connectionId = UUID.randomUUID();

	private final ApplicationContext service;

	public Organisation(ApplicationContext service) {
		this.service = service;
	}

	/** The id that Ashby issued to this partner; null if there is none. */
	public String partnerId;

	public boolean reportFile;

	/** Pattern of the provider's page; null where the gateway leaves it out. */
	public String profilePage;

	public void changes(long version, ConnectionStatus status, long credentialsVersion, URI baseUrl, String apiKey) {
		String partner = (this.partnerId == null) ? "null" : "\"" + this.partnerId + "\"";
		String page = (this.profilePage == null) ? "" : ",\"profilePage\":\"" + this.profilePage + "\"";
		String json = """
				{"ashby":{"baseUrl":"%s","apiKey":"%s","partnerId":%s%s},
				"provider":{"baseUrl":"https://p.example","apiToken":"provider-token"}}""".formatted(baseUrl, apiKey,
				partner, page);
		take(version, status, credentialsVersion, ByteBuffer.wrap(this.service.getBean(Sealing.class)
			.seal(Topics.CONNECTION_CHANGED, this.connectionId.toString(), json.getBytes(StandardCharsets.UTF_8))));
	}

	public void isDeleted(long version) {
		take(version, ConnectionStatus.DELETED, 1, null);
	}

	/** Somebody asks for something that concerns this connection. */
	public void asks(UUID eventId, Operation operation) {
		this.service.getBean(OperationRequestedListener.class)
			.on(OperationRequested.newBuilder()
				.setEventId(eventId)
				.setOccurredAt(Instant.now())
				.setConnectionId(this.connectionId)
				.setOperation(operation)
				.build());
	}

	private void take(long version, ConnectionStatus status, long credentialsVersion, ByteBuffer sealed) {
		this.service.getBean(ConnectionChangedListener.class)
			.on(ConnectionChanged.newBuilder()
				.setEventId(UUID.randomUUID())
				.setOccurredAt(Instant.now())
				.setConnectionId(this.connectionId)
				.setVersion(version)
				.setStatus(status)
				.setProvider("springverify")
				.setAshbyCredentialsVersion(credentialsVersion)
				.setProviderCredentialsVersion(1)
				.setReportFile(this.reportFile)
				.setSealedCredentials(sealed)
				.build());
	}

}
